package io.epochwise.decision.reconciliation;

import java.math.BigDecimal;
import java.util.stream.Stream;

/** The validation file is billed not at all, once, or once an epoch. */
final class ValidationTokensCause implements CountingCause {
    @Override
    public Stream<CountChange> changes(BilledJob job) {
        return job.request().validation() == null
                ? Stream.empty()
                : Stream.of(BigDecimal.ZERO, BigDecimal.ONE, job.count().epochs())
                        .distinct()
                        .map(passes -> new CountChange(
                                BillingCauseCode.VALIDATION_TOKENS,
                                "The validation file is billed " + passes + " times, not "
                                        + job.count().validationPasses() + ".",
                                count -> count.withValidationPasses(passes)));
    }
}

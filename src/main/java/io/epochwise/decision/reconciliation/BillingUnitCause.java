package io.epochwise.decision.reconciliation;

import java.math.BigDecimal;
import java.util.stream.Stream;

/** Meters count single tokens, thousands (Azure: MS-BREED) or millions; a begun unit is billed whole. */
final class BillingUnitCause implements CountingCause {
    private static final long THOUSAND = 1_000;
    private static final long MILLION = 1_000_000;

    @Override
    public Stream<CountChange> changes(BilledJob job) {
        return Stream.of(1L, THOUSAND, MILLION)
                .map(BigDecimal::valueOf)
                .map(unit -> new CountChange(
                        BillingCauseCode.BILLING_UNIT,
                        "Tokens are billed in whole units of " + unit + ", not of "
                                + job.count().unit() + "; a begun unit is billed whole.",
                        count -> count.withUnit(unit)));
    }
}

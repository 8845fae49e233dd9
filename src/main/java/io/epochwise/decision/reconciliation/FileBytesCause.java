package io.epochwise.decision.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/**
 * Tokens are taken to be a quarter of the file's bytes, images as base64 included, as calculators do and as Azure reports
 * {@code trained_tokens} (MS-CHART).
 */
final class FileBytesCause implements CountingCause {
    private static final BigDecimal BYTES_PER_TOKEN = BigDecimal.valueOf(4);

    @Override
    public Stream<CountChange> changes(BilledJob job) {
        if (job.fileBytes() == null) {
            return Stream.empty();
        }
        return Stream.of(RoundingMode.FLOOR, RoundingMode.CEILING)
                .map(rounding -> BigDecimal.valueOf(job.fileBytes()).divide(BYTES_PER_TOKEN, 0, rounding))
                .distinct()
                .flatMap(tokens -> Stream.of(job.count().unit(), BigDecimal.ONE)
                        .distinct()
                        .map(unit -> change(job, tokens, unit)));
    }

    /** What is reported so is in single tokens, whatever is billed. */
    private static CountChange change(BilledJob job, BigDecimal tokens, BigDecimal unit) {
        return new CountChange(
                BillingCauseCode.FILE_BYTES,
                "A quarter of the file's bytes is taken for tokens: " + job.fileBytes() + " / 4 = " + tokens
                        + ". That is no count of tokens; compare with the billed tokens of the invoice.",
                count -> count.withPass(tokens, BigDecimal.ZERO, BigDecimal.ZERO)
                        .cutAt(null)
                        .withUnit(unit));
    }
}

package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Promotion;
import java.math.BigDecimal;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A promotion that the catalog knows left more or fewer tokens free: on other days, or not at all. */
final class FreeTokensCause implements CountingCause {
    private static final long MOST_DAYS = 7;

    @Override
    public Stream<CountChange> changes(BilledJob job) {
        return job.offering().promotions().stream()
                .filter(promotion -> promotion.meter() == Meter.TRAINING)
                .map(Promotion::freePerDay)
                .distinct()
                .flatMap(freePerDay -> LongStream.rangeClosed(0, MOST_DAYS).mapToObj(days -> change(freePerDay, days)));
    }

    private static CountChange change(long freePerDay, long days) {
        return new CountChange(
                BillingCauseCode.FREE_TOKENS,
                days == 0
                        ? "No tokens are free by a promotion."
                        : "A promotion leaves " + freePerDay + " tokens a day free, on " + days
                                + (days == 1 ? " day." : " days."),
                count -> count.withFree(BigDecimal.valueOf(freePerDay).multiply(BigDecimal.valueOf(days))));
    }
}

package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Limit;
import io.epochwise.catalog.LimitName;
import java.math.BigDecimal;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The job went another whole number of times through the dataset, as where the provider's default was not the one taken. */
final class EpochsCause implements CountingCause {
    private static final long MOST_EPOCHS = 50;

    @Override
    public Stream<CountChange> changes(BilledJob job) {
        long most = job.offering()
                .limit(LimitName.EPOCHS, job.tier(), job.asOf())
                .map(Limit::max)
                .map(BigDecimal::longValue)
                .filter(max -> max < MOST_EPOCHS)
                .orElse(MOST_EPOCHS);
        return LongStream.rangeClosed(1, most)
                .mapToObj(BigDecimal::valueOf)
                .map(epochs -> new CountChange(
                        BillingCauseCode.EPOCHS,
                        "The job went " + epochs + " times through the dataset, not "
                                + job.count().epochs() + ".",
                        count -> count.withEpochs(epochs)));
    }
}

package io.epochwise.decision.reconciliation;

import io.epochwise.dataset.DatasetSummary;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Examples that are longer than the training context are billed whole; or all are cut at the sequence length that was set. */
final class TruncatedExamplesCause implements CountingCause {
    @Override
    public Stream<CountChange> changes(BilledJob job) {
        CountChange whole = new CountChange(
                BillingCauseCode.TRUNCATED_EXAMPLES,
                "Examples longer than the training context are billed whole.",
                count -> count.cutAt(null));
        return Stream.concat(Stream.of(whole), atSequenceLength(job));
    }

    private static Stream<CountChange> atSequenceLength(BilledJob job) {
        Integer longest = job.request().maxSequenceLength();
        return longest == null || !(job.request().dataset() instanceof DatasetSummary)
                ? Stream.empty()
                : Stream.of(new CountChange(
                        BillingCauseCode.TRUNCATED_EXAMPLES,
                        "Examples are cut at the longest sequence of " + longest + " tokens.",
                        count -> count.cutAt(count.examples().multiply(BigDecimal.valueOf(longest)))));
    }
}

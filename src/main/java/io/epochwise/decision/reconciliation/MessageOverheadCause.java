package io.epochwise.decision.reconciliation;

import io.epochwise.dataset.DatasetProfile;
import io.epochwise.token.MessageOverhead;
import java.math.BigDecimal;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The packaging of messages is billed and not estimated, as where a summary has the tokens of contents only; or it is estimated
 * and not billed, or with another number an example. It is so many tokens a message and so many an example (MS-BREED).
 */
final class MessageOverheadCause implements CountingCause {
    /** An example has a question and an answer at least; a summary does not say how many messages more. */
    private static final long FEWEST_MESSAGES = 2;

    private static final long MOST_MESSAGES = 8;

    @Override
    public Stream<CountChange> changes(BilledJob job) {
        MessageOverhead packaging = job.offering().messageTokens() == null
                ? MessageOverhead.USUAL
                : job.offering().messageTokens().overhead();
        return job.request().dataset() instanceof DatasetProfile
                ? ofProfile(job, packaging)
                : ofSummary(job, packaging);
    }

    private static Stream<CountChange> ofSummary(BilledJob job, MessageOverhead packaging) {
        return LongStream.rangeClosed(FEWEST_MESSAGES, MOST_MESSAGES).mapToObj(messages -> {
            long each =
                    packaging.perMessage() * messages + packaging.perExample().expected();
            return new CountChange(
                    BillingCauseCode.MESSAGE_OVERHEAD,
                    "The packaging of messages is billed and not in the text given: with " + messages
                            + " messages an example it is " + packaging.perMessage() + " x " + messages + " + "
                            + packaging.perExample().expected() + " = " + each + " tokens.",
                    count -> count.withOverhead(count.examples().multiply(BigDecimal.valueOf(each))));
        });
    }

    private static Stream<CountChange> ofProfile(BilledJob job, MessageOverhead packaging) {
        CountChange none = new CountChange(
                BillingCauseCode.MESSAGE_OVERHEAD,
                "The packaging of messages is estimated and not billed.",
                count -> count.withOverhead(BigDecimal.ZERO));
        long expected = packaging.perExample().expected();
        Stream<CountChange> others = Stream.of(
                        packaging.perExample().low(), packaging.perExample().high())
                .filter(each -> each != expected)
                .map(each -> new CountChange(
                        BillingCauseCode.MESSAGE_OVERHEAD,
                        "The packaging of an example beside its messages is " + each + " tokens, not " + expected + ".",
                        count -> count.withOverhead(
                                count.overhead().add(count.examples().multiply(BigDecimal.valueOf(each - expected))))));
        return Stream.concat(Stream.of(none), others);
    }
}

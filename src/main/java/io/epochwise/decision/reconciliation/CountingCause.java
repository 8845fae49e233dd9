package io.epochwise.decision.reconciliation;

import java.util.stream.Stream;

/** A way in which a provider may count the tokens of a training job otherwise than the estimate does. */
interface CountingCause {
    /** All that it may be for a job; what does not change the count is passed over by the caller. */
    Stream<CountChange> changes(BilledJob job);
}

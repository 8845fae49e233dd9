package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/** A kind of way to get a workload done. */
public enum AlternativeKind {
    /** A hosted model is prompted as it is. */
    PROMPT,
    /** A hosted model is tuned first. */
    FINE_TUNE,
    /** An open model runs on own or rented GPUs, tuned or not. */
    SELF_HOSTED;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/** Why tuning pays back when it does, or does not. */
public enum BreakEvenReason {
    /** What is saved has reached what was paid first. */
    PAID_BACK,
    /** The tuned model costs as much in a month as the baseline, or more. */
    NO_SAVING,
    /** It saves too little for the months looked at. */
    BEYOND_HORIZON,
    /** A model ends before enough is saved. */
    MODEL_ENDS,
    /** A cost is not known. */
    COST_UNKNOWN;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

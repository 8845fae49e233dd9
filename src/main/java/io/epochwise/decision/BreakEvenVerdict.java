package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/** Whether tuning pays back. */
public enum BreakEvenVerdict {
    /** In a month that is named. */
    MONTH,
    /** Not within the months looked at. */
    NEVER,
    /** It would, but a model ends before. */
    AFTER_SHUTDOWN,
    /** A cost is not known. */
    UNKNOWN;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

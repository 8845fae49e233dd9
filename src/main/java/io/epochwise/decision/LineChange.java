package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/** What became of a line. */
public enum LineChange {
    /** Only the estimate after has it. */
    ADDED,
    /** Only the estimate before has it. */
    REMOVED,
    /** Both have it and it differs. */
    CHANGED;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/** What became of the lines for a charge. */
public enum LineChange {
    /** Only the estimate after has them. */
    ADDED,
    /** Only the estimate before has them. */
    REMOVED,
    /** Both have them and they differ. */
    CHANGED;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

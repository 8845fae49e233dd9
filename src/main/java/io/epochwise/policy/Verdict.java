package io.epochwise.policy;

import io.epochwise.fault.Spelling;

/** Whether something can be done on a date. */
public enum Verdict {
    /** Yes. */
    AVAILABLE,
    /** For some organizations only, and what is known of this one does not tell. */
    RESTRICTED,
    /** No: not yet, no longer, not for this organization, or not at all. */
    CLOSED,
    /** No: the model is shut down. */
    RETIRED,
    /** No source says. */
    UNKNOWN;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

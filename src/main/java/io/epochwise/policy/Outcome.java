package io.epochwise.policy;

import io.epochwise.fault.Spelling;

/** Whether a requirement is met. The order is from good to bad. */
public enum Outcome {
    /** A source says that it is. */
    PASS,
    /** No source says, sources contradict each other, or it depends on what the customer does. */
    UNKNOWN,
    /** A source says that it is not. */
    FAIL;

    /** The worse of both. */
    Outcome and(Outcome other) {
        return compareTo(other) > 0 ? this : other;
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

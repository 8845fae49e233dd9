package io.epochwise.estimate;

import io.epochwise.fault.Spelling;

/** What makes an amount uncertain. */
public enum DriverKind {
    /** A number of the question that is given as a range. */
    INPUT,
    /** What facts leave open in a line: a disputed price, a count of tokens with bounds. */
    FACT;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/** How a number of questions is found. */
public enum SampleMethod {
    /** The margin of error of one proportion (Wald). */
    MARGIN_OF_ERROR,
    /** A test of two proportions of different questions, with pooled variance. */
    TWO_PROPORTIONS,
    /** McNemar's test of two proportions of the same questions (Connor, 1987). */
    MCNEMAR;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

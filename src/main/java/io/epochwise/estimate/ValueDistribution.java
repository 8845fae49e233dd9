package io.epochwise.estimate;

import io.epochwise.fault.Spelling;

/** How values are drawn from a range. */
public enum ValueDistribution {
    /** Densest at what is expected, falling to nothing at low and high. */
    TRIANGULAR;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** What a price or a quantity counts. */
public enum Unit {
    TOKEN,
    HOUR,
    /** A million of them is what a cache stores for an hour. */
    TOKEN_HOUR,
    IMAGE,
    EXAMPLE,
    /** A request of a workload, whatever calls it takes. */
    REQUEST,
    GPU_HOUR,
    UNIT_MINUTE,
    UNIT_HOUR,
    UNIT_MONTH,
    UNIT_YEAR,
    MONTH,
    JOB;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** What a price or a quantity counts. */
public enum Unit {
    TOKEN,
    HOUR,
    IMAGE,
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

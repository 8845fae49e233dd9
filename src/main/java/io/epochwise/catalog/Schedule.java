package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** What the length of a training job is given in. */
public enum Schedule {
    /** Passes over the dataset. */
    EPOCHS,
    /** Steps of a fixed number of tokens, however large the dataset is. */
    STEPS;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

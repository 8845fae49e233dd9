package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/** Of what a budget plan is to have as much as can be paid for. */
public enum SolveFor {
    /** Passes over the training examples. */
    EPOCHS,
    /** Training examples, at most those of the dataset. */
    EXAMPLES,
    /** How closely images are looked at, in training and in calls. */
    IMAGE_DETAIL,
    /** Months of calls after the training. */
    MONTHS;

    /** The name of the field of a plan: {@code epochs}, {@code examples}, {@code imageDetail}, {@code months}. */
    @Override
    public String toString() {
        return this == IMAGE_DETAIL ? "imageDetail" : Spelling.of(this);
    }
}

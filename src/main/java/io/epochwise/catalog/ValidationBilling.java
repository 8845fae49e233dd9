package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** Whether the tokens of a validation file are billed. */
public enum ValidationBilling {
    FREE,
    /** Once an epoch. */
    BILLED,
    /** As often as the job is told to evaluate. */
    PER_EVALUATION,
    /** Evaluation runs that the job is told to make are billed as batch inference, at its prices. */
    BATCH_INFERENCE,
    /** No statement of the provider; counted as free and said so. */
    UNSTATED;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

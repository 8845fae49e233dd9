package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** Whether the tokens of a validation file are billed. */
public enum ValidationBilling {
    FREE,
    BILLED,
    /** No statement of the provider; counted as free and said so. */
    UNSTATED;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** Whom a life-cycle event concerns. */
public enum Audience {
    EVERYONE,
    /** Organizations that already are customers of the service on the date. */
    EXISTING_CUSTOMERS,
    /** Organizations that are not. */
    NEW_CUSTOMERS;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** Whose reading of an image rule a row is. */
public enum Reading {
    /** What recorded responses of the provider show to be billed, against its documentation. */
    BILLED,
    /** What the provider documents. */
    DOCUMENTED,
    /** Taken over from a related model because no table names this one. */
    ASSUMED,
    /** Another reading that cannot be excluded; widens the range only. */
    REPORTED,
    /** A rule for a setting that is not the default; holds where a request asks for its parameters, else not at all. */
    ON_REQUEST;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

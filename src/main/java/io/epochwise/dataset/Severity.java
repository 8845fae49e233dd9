package io.epochwise.dataset;

import io.epochwise.fault.Spelling;

/** How much a finding matters. */
public enum Severity {
    /** Good to know. */
    INFO,
    /** Probably not meant, or it makes the result less sure. */
    WARNING,
    /** The provider refuses or drops something, or the example cannot be used. */
    ERROR;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

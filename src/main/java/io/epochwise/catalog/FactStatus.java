package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** Whether a fact can be relied on. */
public enum FactStatus {
    /** The source says so and nothing contradicts it. */
    STATED,
    /** Concluded from like cases because no source says it for this one. */
    ASSUMED,
    /** A source says so, but a weak one and no other supports it. */
    UNVERIFIED,
    /** Sources contradict each other; low and high hold the readings. */
    CONFLICT,
    /** No source is known; never to be read as zero. */
    NOT_FOUND;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

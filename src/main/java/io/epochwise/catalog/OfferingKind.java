package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** The way an offering gets the job done. */
public enum OfferingKind {
    /** A model of a provider that can be tuned there. */
    HOSTED,
    /** A model of a provider that can only be prompted. */
    PROMPT_ONLY,
    /** An open model, tuned and served on own or rented GPUs. */
    SELF_HOSTED;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

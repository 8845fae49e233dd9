package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/** Why an alternative is ruled out. */
public enum RuledOutCode {
    /** The training job cannot be created on the day, or never. */
    TRAINING_NOT_POSSIBLE,
    /** The model cannot be called on the day. */
    CALLS_NOT_POSSIBLE,
    /** A requirement is not met. */
    REQUIREMENT_NOT_MET,
    /** A call has more tokens than fit into the model's context. */
    CONTEXT_EXCEEDED,
    /** A call has more images than the provider takes. */
    TOO_MANY_IMAGES,
    /** The provider rejects an image of the workload. */
    IMAGES_REJECTED,
    /** A price or a number of tokens is not known, so there is no total. */
    UNPRICED,
    /** There is nothing of what is asked for, or the costs do not depend on it. */
    NOTHING_TO_SOLVE;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.estimate;

import io.epochwise.fault.Spelling;

/** A part of a model with vision that training leaves as it is. */
public enum FrozenPart {
    /** The language model, or the text encoder of a model trained by contrast. */
    LANGUAGE_MODEL,
    /** The encoder of images. */
    VISION_TOWER;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

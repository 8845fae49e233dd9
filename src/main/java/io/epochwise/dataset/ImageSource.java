package io.epochwise.dataset;

import io.epochwise.fault.Spelling;

/** Where an image of an example comes from. */
public enum ImageSource {
    /** A data URL with base64. */
    BASE64,
    /** A URL that the provider fetches. */
    URL,
    /** Width and height alone, as a question about tokens may give them. */
    SIZE,
    /** Anything else. */
    OTHER;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

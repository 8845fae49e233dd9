package io.epochwise.dataset;

import io.epochwise.fault.Spelling;

/** Where an image of an example comes from. */
public enum ImageSource {
    /** A data URL with base64. */
    BASE64,
    /** A URL that the provider fetches. */
    URL,
    /** An object in Amazon S3, by its {@code s3://} address. */
    S3,
    /** An object in Google Cloud Storage, by its {@code gs://} address. */
    CLOUD_STORAGE,
    /** Width and height alone, as a question about tokens may give them. */
    SIZE,
    /** Anything else. */
    OTHER;

    /** Whether the bytes lie elsewhere and are not read here. */
    boolean elsewhere() {
        return this == URL || this == S3 || this == CLOUD_STORAGE;
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

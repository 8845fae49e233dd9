package io.epochwise.api;

/** Media types that questions and answers have beside JSON. */
public final class MediaTypes {
    /** A question as a file that people write and keep (RFC 9512). */
    public static final String YAML = "application/yaml";

    /** An answer to show in a review (RFC 7763). */
    public static final String MARKDOWN = "text/markdown";

    private MediaTypes() {}
}

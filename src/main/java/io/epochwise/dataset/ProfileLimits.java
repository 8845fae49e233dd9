package io.epochwise.dataset;

/**
 * What the reader is willing to read, so that no input can exhaust memory.
 *
 * @param maxLineBytes bytes of one line; a longer one is a finding and the reader goes on
 * @param maxTextCharacters UTF-16 units of one text; base64 of images is no text
 * @param maxDepth nesting of objects and arrays below an example
 */
public record ProfileLimits(long maxLineBytes, int maxTextCharacters, int maxDepth) {
    /** Holds every file a provider takes: ten images of 10 MB in base64 fit into a line. */
    public static final ProfileLimits DEFAULT = new ProfileLimits(192L << 20, 4 << 20, 256);
}

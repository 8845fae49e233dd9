package io.epochwise.dataset;

import java.util.List;

/**
 * Something about a dataset that its owner should know.
 *
 * @param code what it is
 * @param severity how much it matters
 * @param count how often it occurs: lines, images or messages, as the code says
 * @param firstLines the first lines it occurs on, from 1, at most {@value #MAX_LINES}; empty if it concerns the whole
 *     file
 * @param limit the limit that is passed, in words or as a number; null if none is
 * @param message what it means and what to do
 * @param source where the limit comes from; null for the format itself
 */
public record Finding(
        FindingCode code,
        Severity severity,
        long count,
        List<Long> firstLines,
        String limit,
        String message,
        String source) {
    /** Most lines a finding names. */
    public static final int MAX_LINES = 10;

    /** A finding with the severity and the message of its code. */
    static Finding of(FindingCode code, long count, List<Long> firstLines, String limit, String source) {
        return new Finding(code, code.severity(), count, firstLines, limit, code.message(), source);
    }
}

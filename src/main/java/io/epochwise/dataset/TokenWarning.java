package io.epochwise.dataset;

/**
 * Something to know about a count of tokens.
 *
 * @param code what it is
 * @param severity how much it matters
 * @param text what it means
 * @param source where it is said; null if nowhere in particular
 */
public record TokenWarning(FindingCode code, Severity severity, String text, String source) {
    static TokenWarning of(FindingCode code, String source) {
        return new TokenWarning(code, code.severity(), code.message(), source);
    }
}

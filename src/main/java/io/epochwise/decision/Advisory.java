package io.epochwise.decision;

/**
 * What a reader should know before relying on a result.
 *
 * @param code what it is
 * @param text the same in a sentence
 */
public record Advisory(AdvisoryCode code, String text) {
    /** What the code means, with nothing to add. */
    static Advisory of(AdvisoryCode code) {
        return new Advisory(code, code.meaning());
    }
}

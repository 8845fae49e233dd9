package io.epochwise.decision;

/**
 * Why an alternative is ruled out.
 *
 * @param code what it is
 * @param text the same in a sentence
 */
public record RuledOutReason(RuledOutCode code, String text) {}

package io.epochwise.estimate;

/**
 * Something an estimate takes for granted.
 *
 * @param code what it is
 * @param text the same for this estimate, for a reader
 * @param value what was taken, as a number or a word; null if the code says it all
 */
public record Assumption(AssumptionCode code, String text, String value) {}

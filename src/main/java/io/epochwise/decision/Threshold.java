package io.epochwise.decision;

import java.math.BigDecimal;

/**
 * What one number would have to be, all others as they are, for tuning to pay back by the end of a month.
 *
 * @param input which number
 * @param byMonth the month
 * @param given what it is now
 * @param value what it may be at most, or must be at least; null if no value does it
 * @param text the same in a sentence
 */
public record Threshold(ThresholdInput input, int byMonth, BigDecimal given, BigDecimal value, String text) {}

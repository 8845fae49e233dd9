package io.epochwise.estimate;

import io.epochwise.money.Range;

/**
 * What a price is multiplied with.
 *
 * @param value low, expected and high
 * @param formula how the expected value comes about, ending with it, so that a price can follow
 */
record Quantity(Range value, String formula) {}

package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Meter;
import io.epochwise.money.Range;

/**
 * A field of the next request with the value that the bill gives it.
 *
 * @param field where it stands in the request: {@code dataset.textTokensPerExample}
 * @param meter of an own price the meter; null for all other fields
 * @param value what to put there, low and high alike where nothing is known of its spread; of an own price only expected can be used
 * @param text how it comes about
 */
public record CalibratedInput(String field, Meter meter, Range value, String text) {}

package io.epochwise.violations.estimate;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads JSON where there are no readers. */
public record PriceReader(JsonNode node) {}

package io.epochwise.violations.dataset;

import com.fasterxml.jackson.databind.JsonNode;

/** Sees JSON without being a reader. */
public record SeesJackson(JsonNode node) {}

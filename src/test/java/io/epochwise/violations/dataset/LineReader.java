package io.epochwise.violations.dataset;

import com.fasterxml.jackson.databind.JsonNode;

/** May see JSON, and so may what is inside it. */
public record LineReader(JsonNode node) {
    record Line(JsonNode node) {}
}

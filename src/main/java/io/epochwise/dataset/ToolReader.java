package io.epochwise.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.epochwise.token.text.ToolDefinition;
import io.epochwise.token.text.ToolProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads definitions of tools: {@code [{"type":"function","function":{…}}]}, or the functions bare. */
final class ToolReader {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private ToolReader() {}

    /**
     * Reads the definitions.
     *
     * @param json a JSON array
     * @throws IllegalArgumentException if it is no list of functions with names
     */
    static List<ToolDefinition> read(byte[] json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not readable");
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
        if (!root.isArray()) {
            throw new IllegalArgumentException("not a list");
        }
        List<ToolDefinition> tools = new ArrayList<>();
        for (JsonNode tool : root) {
            tools.add(tool(tool.has("function") ? tool.get("function") : tool));
        }
        return tools;
    }

    private static ToolDefinition tool(JsonNode function) {
        if (!function.path("name").isTextual()) {
            throw new IllegalArgumentException("a function without a name");
        }
        List<ToolProperty> properties = new ArrayList<>();
        boolean nested = false;
        for (var property : function.path("parameters").path("properties").properties()) {
            JsonNode schema = property.getValue();
            String type = schema.path("type").asText("");
            nested |= type.equals("object") || type.equals("array") || schema.has("anyOf");
            List<String> enumItems = new ArrayList<>();
            schema.path("enum").forEach(item -> enumItems.add(item.asText()));
            properties.add(new ToolProperty(
                    property.getKey(), type, schema.path("description").asText(""), enumItems));
        }
        return new ToolDefinition(
                function.path("name").asText(), function.path("description").asText(""), properties, nested);
    }
}

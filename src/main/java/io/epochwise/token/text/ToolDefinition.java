package io.epochwise.token.text;

import java.util.List;

/**
 * A tool (function) as a request or a training example declares it.
 *
 * @param name the function's name
 * @param description empty if there is none
 * @param properties the properties of its parameters, top level only
 * @param nested whether the schema of its parameters has nested objects, arrays or {@code anyOf}, which no published
 *     count looks into
 */
public record ToolDefinition(String name, String description, List<ToolProperty> properties, boolean nested) {
    /** Copies the list. */
    public ToolDefinition {
        properties = List.copyOf(properties);
    }
}

package io.epochwise.token.text;

import java.util.List;

/**
 * One property of a tool's parameters.
 *
 * @param name the property's key
 * @param type its JSON type as text, such as {@code string}; empty if the schema gives none
 * @param description empty if the schema gives none
 * @param enumItems the values it may take, as text; empty if the schema does not restrict them
 */
public record ToolProperty(String name, String type, String description, List<String> enumItems) {
    /** Copies the list. */
    public ToolProperty {
        enumItems = List.copyOf(enumItems);
    }
}

package io.epochwise.token.text;

import io.epochwise.token.TokenRange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tokens that tool definitions add to the messages, by the method OpenAI's cookbook publishes (OA-CB-COUNT, {@code
 * num_tokens_for_tools}) with its constants for one family of models. It is an estimate and not the billed count.
 *
 * @param functionInit tokens for each function
 * @param propertyInit tokens once for each function that has properties
 * @param propertyKey tokens for each property
 * @param enumInit tokens for each property with an enum; negative in every published set
 * @param enumItem tokens for each value of an enum, besides its own
 * @param functionEnd tokens once after the last function
 */
public record ToolTokens(
        int functionInit, int propertyInit, int propertyKey, int enumInit, int enumItem, int functionEnd) {
    /** GPT-4o and GPT-4o mini; assumed for GPT-4.1 and later, for which nothing is published (OA-CB-COUNT). */
    public static final ToolTokens GPT_4O = new ToolTokens(7, 3, 3, -3, 3, 12);

    /** GPT-4 and GPT-3.5 Turbo (OA-CB-COUNT). */
    public static final ToolTokens GPT_4 = new ToolTokens(10, 3, 3, -3, 3, 12);

    private static final Map<String, ToolTokens> BY_ID = new TreeMap<>(Map.of("gpt-4o", GPT_4O, "gpt-4", GPT_4));

    /** Against recorded requests (TOOL-COUNTS) the method counted up to 10 too many where functions have no properties. */
    private static final int MOST_TOO_MANY = 10;

    /** And else within 5. */
    private static final int MOST_TOO_FEW = 5;

    /** But up to 38 too few for schemas it does not look into. */
    private static final int MOST_TOO_FEW_IF_NESTED = 38;

    /**
     * The constants of a family of models.
     *
     * @param id one of {@link #ids()}
     * @throws IllegalArgumentException if the family is unknown
     */
    public static ToolTokens of(String id) {
        ToolTokens tokens = BY_ID.get(id);
        if (tokens == null) {
            throw new IllegalArgumentException("unknown tool-token family " + id + ", known are " + ids());
        }
        return tokens;
    }

    /** The ids of all families, in alphabetical order. */
    public static Set<String> ids() {
        return Collections.unmodifiableSet(BY_ID.keySet());
    }

    /**
     * The tokens of all tool definitions of one request or training example.
     *
     * @param encoding the model's encoding
     * @param tools all definitions; none counts nothing, exactly
     * @return the published method's count as expected value; low is 10 less and high 5 more, or 38 more if a schema is
     *     nested: the differences seen in recorded requests (TOOL-COUNTS)
     */
    public TokenRange count(Encoding encoding, List<ToolDefinition> tools) {
        if (tools.isEmpty()) {
            return TokenRange.ZERO;
        }
        long tokens = functionEnd;
        boolean nested = false;
        for (ToolDefinition tool : tools) {
            tokens += function(encoding, tool);
            nested |= tool.nested();
        }
        return new TokenRange(
                Math.max(0, tokens - MOST_TOO_MANY), tokens, tokens + (nested ? MOST_TOO_FEW_IF_NESTED : MOST_TOO_FEW));
    }

    private long function(Encoding encoding, ToolDefinition tool) {
        long tokens = functionInit
                + encoding.count(tool.name() + ":" + withoutFullStop(tool.description()))
                + (tool.properties().isEmpty() ? 0 : propertyInit);
        for (ToolProperty property : tool.properties()) {
            tokens += property(encoding, property);
        }
        return tokens;
    }

    private long property(Encoding encoding, ToolProperty property) {
        long tokens = propertyKey
                + encoding.count(
                        property.name() + ":" + property.type() + ":" + withoutFullStop(property.description()));
        if (!property.enumItems().isEmpty()) {
            tokens += enumInit;
            for (String item : property.enumItems()) {
                tokens += enumItem + encoding.count(item);
            }
        }
        return tokens;
    }

    private static String withoutFullStop(String description) {
        return description.endsWith(".") ? description.substring(0, description.length() - 1) : description;
    }
}

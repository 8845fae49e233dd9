package io.epochwise.api.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.mcp.server.TextContent;
import io.quarkiverse.mcp.server.ToolResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An answer small enough for an assistant, which pays for each word on every turn.
 *
 * @param value the answer
 * @param json the same as it is sent
 */
record Brief(Object value, String json) {
    /** Most bytes of an answer; it is sent twice, as text and structured, and together they stay below 4 KB. */
    static final int MOST_BYTES = 1_750;

    /** An answer that can be told in several sizes. */
    interface Told {
        /**
         * The answer in a size.
         *
         * @param step 0 for all there is to say; the greater the less is said
         * @return null if there is no smaller one
         */
        Object at(int step);
    }

    /** The largest that is small enough. */
    static Brief of(ObjectMapper json, Told answer) throws JsonProcessingException {
        Brief brief = null;
        for (int step = 0; brief == null || brief.json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES; step++) {
            Object smaller = answer.at(step);
            if (smaller == null) {
                return brief;
            }
            brief = new Brief(smaller, json.writeValueAsString(smaller));
        }
        return brief;
    }

    ToolResponse response() {
        return new ToolResponse(false, List.of(new TextContent(json)), value, null);
    }

    /** The beginning of a text that is too long. */
    static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** The first entries of a list. */
    static <T> List<T> first(List<T> list, int most) {
        return list.subList(0, Math.min(most, list.size()));
    }
}

package io.epochwise.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.epochwise.catalog.Catalog;
import io.epochwise.decision.CostAnswer;
import io.epochwise.money.Decimals;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * Names an answer by what it depends on: the request as it was understood, and the catalog. Requests that differ only in
 * the order of keys, in aliases, in needless zeros of decimals, or in naming the day that is taken anyway, have the same
 * id; so an answer can be asked for again and compared.
 */
@Singleton
final class Identity {
    private final ObjectMapper json;
    private final Catalog catalog;

    Identity(ObjectMapper json, Catalog catalog) {
        this.json = json;
        this.catalog = catalog;
    }

    /**
     * The id of an answer.
     *
     * @param kind what was asked
     * @param request the request as it was read
     * @param offering the id of the offering that the request names, perhaps by an alias
     * @param asOf the day that was taken
     * @return {@code sha256:} and 64 hexadecimal digits
     */
    String of(String kind, Object request, String offering, LocalDate asOf) {
        ObjectNode named = json.valueToTree(request);
        named.put("offering", offering);
        named.put("asOf", asOf.toString());
        return digest(kind, named);
    }

    /** The id of an answer to a request that already holds ids of offerings and the day that was taken. */
    String of(String kind, Object request) {
        return digest(kind, json.valueToTree(request));
    }

    /** The id that the operation of a question gives its answer. */
    String of(CostAnswer answer) {
        String kind = answer.kind().toString();
        return switch (answer.kind()) {
            case TRAINING, INFERENCE, EVALUATION ->
                of(kind, answer.question(), answer.parts().get(0).estimate().offering(), answer.asOf());
            case COMPARISON, PROMPT_SHORTENING -> of(kind, answer.question());
        };
    }

    private String digest(String kind, JsonNode request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((kind + '\n' + catalog.version() + '\n').getBytes(StandardCharsets.UTF_8));
            digest.update(json.writeValueAsBytes(normal(request)));
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("neither can be missing", e);
        }
    }

    /** The same tree with keys in order, without absent values, and with decimals in one notation. */
    private JsonNode normal(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> entries = new TreeMap<>();
            node.properties().forEach(entry -> {
                if (!entry.getValue().isNull()) {
                    entries.put(entry.getKey(), normal(entry.getValue()));
                }
            });
            ObjectNode ordered = json.createObjectNode();
            entries.forEach(ordered::set);
            return ordered;
        }
        if (node.isArray()) {
            ArrayNode items = json.createArrayNode();
            node.forEach(item -> items.add(normal(item)));
            return items;
        }
        return node.isTextual() ? decimalOrText(node) : node;
    }

    private static JsonNode decimalOrText(JsonNode node) {
        return Decimals.find(node.textValue())
                .<JsonNode>map(decimal -> TextNode.valueOf(Decimals.plain(decimal)))
                .orElse(node);
    }
}

package io.epochwise.catalog.list;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.epochwise.catalog.CatalogException;
import io.epochwise.catalog.CatalogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads JSON, or YAML by the file's ending, into nodes. Whatever a single row can hold is read: NaN, numbers of any
 * length, keys that stand twice, deep nesting. Only a file that is no JSON or YAML at all is a fault.
 */
final class ListFileReader {
    /** Four times as deep as the deepest list. */
    private static final int MAX_DEPTH = 32;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(unlimited())
            .build();
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .loaderOptions(loaderOptions())
            .streamReadConstraints(unlimited())
            .build();

    private ListFileReader() {}

    /** @throws CatalogException naming file and line if it is no JSON or YAML */
    static ListNode read(CatalogFile file) {
        JsonFactory format = file.name().endsWith(".json") ? JSON : YAML;
        try (JsonParser parser = format.createParser(file.text())) {
            if (parser.nextToken() == null) {
                throw new CatalogException(file.name(), 1, "empty, not a price list");
            }
            ListNode root = value(parser, 0);
            if (parser.nextToken() != null) {
                throw fault(file, parser.currentTokenLocation(), "more than one value");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw fault(file, e.getLocation(), e.getOriginalMessage());
        } catch (YAMLException e) {
            throw new CatalogException(file.name(), 1, e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private static ListNode value(JsonParser parser, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isStructStart() && depth == MAX_DEPTH) {
            parser.skipChildren();
            return ListNode.Missing.TOO_DEEP;
        }
        return switch (token) {
            case START_OBJECT -> entry(parser, depth);
            case START_ARRAY -> items(parser, depth);
            case VALUE_STRING -> new ListNode.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new ListNode.Number(parser.getText());
            case VALUE_TRUE -> new ListNode.Flag(true);
            case VALUE_FALSE -> new ListNode.Flag(false);
            default -> ListNode.Missing.ABSENT;
        };
    }

    private static ListNode entry(JsonParser parser, int depth) throws IOException {
        Map<String, ListNode> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            ListNode value = value(parser, depth + 1);
            if (values.putIfAbsent(key, value) != null) {
                values.put(key, ListNode.Missing.TWICE);
            }
        }
        return new ListNode.Entry(values);
    }

    private static ListNode items(JsonParser parser, int depth) throws IOException {
        List<ListNode> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser, depth + 1));
        }
        return new ListNode.Items(values);
    }

    private static CatalogException fault(CatalogFile file, JsonLocation place, String message) {
        return new CatalogException(file.name(), place == null ? 1 : Math.max(1, place.getLineNr()), message);
    }

    /** Numbers and names are never converted here, and nesting is bounded above. */
    private static StreamReadConstraints unlimited() {
        return StreamReadConstraints.builder()
                .maxNumberLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNestingDepth(Integer.MAX_VALUE)
                .build();
    }

    private static LoaderOptions loaderOptions() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }
}

package io.epochwise.api.yaml;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.epochwise.api.json.JsonFaults;
import io.epochwise.api.json.JsonRules;
import io.epochwise.api.problem.RefusedBodyException;
import io.epochwise.fault.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * A YAML file written as the JSON that says the same. It is one document; keys are texts, each once in its mapping; scalars without
 * quotes are as {@link PlainScalar} says. An alias stands for what has its anchor, as if that were written there once more, and what
 * aliases repeat has a limit. Tags and merge keys are refused: nothing in a file names a Java type or changes what another part says.
 *
 * <p>Only the JSON is kept. SnakeYAML tells what comes next in the file and builds nothing from it.
 */
final class YamlDocument {
    /** Most anchors in a file. */
    static final int MAX_ANCHORS = 1000;

    /** Most characters of JSON that all aliases of a file together may stand for. */
    static final int MAX_REPEATED_CHARACTERS = 1024 * 1024;

    private static final String MERGE_KEY = "<<";

    private final Parser events;
    private final StringBuilder json = new StringBuilder();
    private final Deque<Level> open = new ArrayDeque<>();
    private final Map<String, Part> anchored = new HashMap<>();
    private int repeated;
    private int line = 1;
    private int column = 1;

    /** A part of the JSON. */
    private record Part(int start, int end) {}

    /** A mapping or a sequence whose end is still to come. */
    private static final class Level {
        final String anchor;
        final int start;
        final Set<String> keys;
        String key;
        int values;

        Level(CollectionStartEvent event, int start) {
            anchor = event.getAnchor();
            this.start = start;
            keys = event instanceof MappingStartEvent ? new HashSet<>() : null;
        }

        boolean isMapping() {
            return keys != null;
        }
    }

    private YamlDocument(InputStream body) {
        events = new ParserImpl(new YamlText(body), new LoaderOptions());
    }

    /**
     * Reads a file to its end.
     *
     * @param body the file, UTF-8
     * @throws InvalidInputException if it is no YAML or has what is refused; names the field, line and column
     * @throws IOException if it cannot be read or is empty
     */
    static String toJson(InputStream body) throws IOException {
        return new YamlDocument(body).read();
    }

    private String read() throws IOException {
        next(); // the start of the file
        if (next().is(Event.ID.StreamEnd)) {
            throw RefusedBodyException.missing();
        }
        do {
            take(next());
        } while (!open.isEmpty());
        next(); // the end of the document
        if (!next().is(Event.ID.StreamEnd)) {
            throw fault("nothing may follow the YAML document:");
        }
        return json.toString();
    }

    private Event next() throws IOException {
        try {
            Event event = events.getEvent();
            at(event.getStartMark());
            return event;
        } catch (MarkedYAMLException fault) {
            at(fault.getProblemMark());
            throw fault("malformed YAML");
        } catch (YamlText.UnescapedCharacterException fault) {
            at(fault.mark());
            throw fault("malformed YAML: a character is not UTF-8 or must be escaped,");
        } catch (UncheckedIOException unread) {
            throw unread.getCause();
        } catch (RuntimeException fault) {
            // SnakeYAML has no exception of its own, and no place, for an escape beyond Unicode
            throw fault("malformed YAML, after what is");
        }
    }

    private void at(Mark mark) {
        if (mark != null) {
            line = mark.getLine() + 1;
            column = mark.getColumn() + 1;
        }
    }

    private void take(Event event) {
        Level level = open.peek();
        if (event instanceof CollectionEndEvent) {
            close(open.pop());
        } else if (level != null && level.isMapping() && level.key == null) {
            key(level, event);
        } else {
            if (level != null && !level.isMapping() && level.values > 0) {
                json.append(',');
            }
            value((NodeEvent) event);
        }
    }

    private void key(Level mapping, Event event) {
        boolean plain = event instanceof ScalarEvent scalar && scalar.getTag() == null && scalar.getAnchor() == null;
        if (!plain) {
            throw fault("a key must be a text, without tag and anchor,");
        }
        ScalarEvent scalar = (ScalarEvent) event;
        String key = scalar.getValue();
        mapping.key = key;
        if (scalar.isPlain() && key.equals(MERGE_KEY)) {
            throw fault("merge keys are not taken: write the fields out, or repeat a whole value by an alias,");
        }
        if (!mapping.keys.add(key)) {
            throw fault("field given twice");
        }
        json.append(mapping.keys.size() > 1 ? "," : "");
        text(key);
        json.append(':');
    }

    private void value(NodeEvent node) {
        int start = json.length();
        if (node instanceof AliasEvent) {
            repeat(node.getAnchor());
            ended(null, start);
        } else if (node instanceof CollectionStartEvent collection) {
            refuse(collection.getTag());
            if (open.size() == JsonRules.MAX_DEPTH) {
                throw fault("exceeds a limit: nesting " + JsonRules.MAX_DEPTH + ",");
            }
            Level level = new Level(collection, start);
            open.push(level);
            json.append(level.isMapping() ? '{' : '[');
        } else {
            scalar((ScalarEvent) node);
            ended(node.getAnchor(), start);
        }
    }

    private void close(Level level) {
        json.append(level.isMapping() ? '}' : ']');
        ended(level.anchor, level.start);
    }

    /** A value is written whole. */
    private void ended(String anchor, int start) {
        if (anchor != null) {
            if (anchored.put(anchor, new Part(start, json.length())) != null) {
                throw fault("an anchor is given twice");
            }
            if (anchored.size() > MAX_ANCHORS) {
                throw fault("exceeds a limit: " + MAX_ANCHORS + " anchors,");
            }
        }
        Level level = open.peek();
        if (level != null) {
            level.values++;
            level.key = null;
        }
    }

    private void repeat(String anchor) {
        Part part = anchored.get(anchor);
        if (part == null) {
            throw fault("an alias must repeat a value that ends above it,");
        }
        repeated += part.end() - part.start();
        if (repeated > MAX_REPEATED_CHARACTERS) {
            throw fault("exceeds a limit: " + MAX_REPEATED_CHARACTERS + " characters repeated by aliases,");
        }
        json.append(json.substring(part.start(), part.end()));
    }

    private void scalar(ScalarEvent scalar) {
        refuse(scalar.getTag());
        try {
            String literal = scalar.isPlain() ? PlainScalar.literal(scalar.getValue()) : null;
            if (literal == null) {
                text(scalar.getValue());
            } else {
                json.append(literal);
            }
        } catch (PlainScalar.RefusedScalarException fault) {
            throw fault(fault.getMessage() + ",");
        }
    }

    private void text(String text) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        json.append('"');
    }

    private void refuse(String tag) {
        if (tag != null) {
            throw fault("tags are not taken,");
        }
    }

    private InvalidInputException fault(String message) {
        StringBuilder path = new StringBuilder();
        open.descendingIterator()
                .forEachRemaining(level -> JsonFaults.step(path, level.key, level.isMapping() ? -1 : level.values));
        return new InvalidInputException(path.toString(), message + " at line " + line + ", column " + column);
    }
}

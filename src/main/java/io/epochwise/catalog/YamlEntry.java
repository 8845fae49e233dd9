package io.epochwise.catalog;

import io.epochwise.fault.Spelling;
import io.epochwise.money.Decimals;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * One mapping of a YAML file, read key by key with checks. Works on the node tree and not on bound objects, so that
 * every fault can name its line, and a key nobody asked for is a fault too.
 */
final class YamlEntry {
    private static final String NULL = "null";

    private final String file;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    /** Does not try for each value whether it looks like a date or a number: what it is, those who ask for it know. */
    private static final class Untyped extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none
        }
    }

    private YamlEntry(String file, MappingNode node) {
        this.file = file;
        this.node = node;
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                throw new CatalogException(file, line(tuple.getKeyNode()), "a key must be a text");
            }
            String key = name.getValue();
            keyLines.put(key, line(tuple.getKeyNode()));
            if (values.put(key, tuple.getValueNode()) != null) {
                throw new CatalogException(file, line(tuple.getKeyNode()), "key \"" + key + "\" twice");
            }
        }
    }

    /** The root mapping of a file. */
    static YamlEntry root(CatalogFile file) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        // Offerings share most of their lists; the default of 50 guards against input from strangers.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        try {
            Node root = new Yaml(
                            new SafeConstructor(options),
                            new Representer(new DumperOptions()),
                            new DumperOptions(),
                            options,
                            new Untyped())
                    .compose(new StringReader(file.text()));
            if (root instanceof MappingNode mapping) {
                return new YamlEntry(file.name(), mapping);
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new CatalogException(file.name(), line, e.getProblem());
        } catch (YAMLException e) {
            // Nesting too deep, or a character that no text has: the parser names no line.
            throw new CatalogException(file.name(), 1, e.getMessage());
        }
        throw new CatalogException(file.name(), 1, "not a mapping");
    }

    CatalogException fault(String message) {
        return new CatalogException(file, line(node), message);
    }

    CatalogException fault(String key, String message) {
        return new CatalogException(file, keyLines.getOrDefault(key, line(node)), key + ": " + message);
    }

    boolean has(String key) {
        asked.add(key);
        Node value = values.get(key);
        return value != null && !(value instanceof ScalarNode scalar && isNull(scalar));
    }

    /** @throws CatalogException if the key is absent */
    void require(String key) {
        if (!has(key)) {
            throw fault("missing key \"" + key + "\"");
        }
    }

    String text(String key) {
        require(key);
        return scalar(key, values.get(key));
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    /** A decimal; null if absent. */
    BigDecimal decimal(String key) {
        if (!has(key)) {
            return null;
        }
        try {
            return Decimals.parse(text(key));
        } catch (NumberFormatException e) {
            throw fault(key, e.getMessage());
        }
    }

    /** A decimal that must be there. */
    BigDecimal requiredDecimal(String key) {
        require(key);
        return decimal(key);
    }

    /** A whole number from zero to 2^63 - 1; null if absent. */
    Long count(String key) {
        BigDecimal value = decimal(key);
        try {
            if (value == null || value.signum() >= 0) {
                return value == null ? null : value.longValueExact();
            }
        } catch (ArithmeticException e) {
            // reported below
        }
        throw fault(key, "must be a whole number of zero or more");
    }

    /** A whole number from zero to 2,147,483,647. */
    int smallCount(String key) {
        require(key);
        Long value = count(key);
        if (value > Integer.MAX_VALUE) {
            throw fault(key, "must be at most " + Integer.MAX_VALUE);
        }
        return value.intValue();
    }

    /** A date; null if absent. */
    LocalDate date(String key) {
        if (!has(key)) {
            return null;
        }
        try {
            return LocalDate.parse(text(key));
        } catch (DateTimeParseException e) {
            throw fault(key, "must be a date such as 2026-11-23");
        }
    }

    /** true or false; null if absent. */
    Boolean flag(String key) {
        if (!has(key)) {
            return null;
        }
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault(key, "must be true or false");
        };
    }

    <E extends Enum<E>> E constant(String key, E[] constants) {
        return constant(key, text(key), constants);
    }

    <E extends Enum<E>> E constant(String key, E[] constants, E otherwise) {
        return has(key) ? constant(key, constants) : otherwise;
    }

    <E extends Enum<E>> List<E> constants(String key, E[] constants) {
        return texts(key).stream().map(text -> constant(key, text, constants)).toList();
    }

    /** A list of texts, or one text; empty if absent. */
    List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (!(values.get(key) instanceof SequenceNode sequence)) {
            return List.of(text(key));
        }
        List<String> texts = new ArrayList<>();
        sequence.getValue().forEach(item -> texts.add(scalar(key, item)));
        return List.copyOf(texts);
    }

    /** A list of mappings, each read whole; empty if absent. */
    <T> List<T> entries(String key, Function<YamlEntry, T> read) {
        if (!has(key)) {
            return List.of();
        }
        if (!(values.get(key) instanceof SequenceNode sequence)) {
            throw fault(key, "must be a list");
        }
        List<T> entries = new ArrayList<>();
        sequence.getValue().forEach(item -> entries.add(read(mapping(key, item), read)));
        return List.copyOf(entries);
    }

    /** A nested mapping, read whole; null if absent. */
    <T> T entry(String key, Function<YamlEntry, T> read) {
        return has(key) ? read(mapping(key, values.get(key)), read) : null;
    }

    /** The nested mappings of a mapping, by their keys, each read whole; empty if absent. */
    <T> Map<String, T> entriesByKey(String key, Function<YamlEntry, T> read) {
        Map<String, T> entries = new LinkedHashMap<>();
        if (has(key)) {
            YamlEntry parent = mapping(key, values.get(key));
            parent.values.keySet().forEach(name -> entries.put(name, parent.entry(name, read)));
        }
        return entries;
    }

    /** Nested values as decimals where they are numbers, else as text, or as maps of the same. */
    Map<String, Object> tree(String key) {
        return has(key) ? mapping(key, values.get(key)).tree() : Map.of();
    }

    /** Skips a key whose content other keys refer to. */
    void ignore(String key) {
        asked.add(key);
    }

    /** @throws CatalogException if the mapping has a key that nobody asked for */
    void close() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                throw new CatalogException(
                        file, keyLines.get(key), "unknown key \"" + key + "\", known are " + new TreeSet<>(asked));
            }
        }
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new TreeMap<>();
        values.forEach((name, value) -> {
            if (value instanceof MappingNode) {
                tree.put(name, mapping(name, value).tree());
            } else {
                String text = scalar(name, value);
                tree.put(name, Character.isDigit(text.charAt(0)) ? decimal(name) : text);
            }
        });
        return tree;
    }

    private static <T> T read(YamlEntry entry, Function<YamlEntry, T> read) {
        T value = read.apply(entry);
        entry.close();
        return value;
    }

    private YamlEntry mapping(String key, Node value) {
        if (value instanceof MappingNode mapping) {
            return new YamlEntry(file, mapping);
        }
        throw fault(key, "must be a mapping");
    }

    private String scalar(String key, Node value) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw fault(key, "must be a text or a number");
    }

    private <E extends Enum<E>> E constant(String key, String text, E[] constants) {
        return Spelling.parse(constants, text)
                .orElseThrow(() -> fault(key, "\"" + text + "\" is none of " + List.of(constants)));
    }

    private static boolean isNull(ScalarNode scalar) {
        return scalar.isPlain()
                && (scalar.getValue().isEmpty() || scalar.getValue().equals(NULL));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}

package io.epochwise.catalog;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** The sources a catalog file registers, and what a row says of its own. */
final class Sources {
    private final Map<String, Source> byKey;

    private record Source(String citation, LocalDate asOf, Grade grade) {}

    /** @param root the root of the file */
    Sources(YamlEntry root) {
        byKey = root.entriesByKey(
                "sources",
                entry -> new Source(
                        entry.text("citation"), entry.date("asOf"), entry.constant("grade", Grade.values())));
    }

    /** Keys and citations of a row's sources. */
    String of(YamlEntry entry) {
        if (entry.texts("source").isEmpty()) {
            throw entry.fault("missing key \"source\"");
        }
        return entry.texts("source").stream()
                .map(key -> key + ": " + registered(entry, key).citation())
                .collect(Collectors.joining("; "));
    }

    /** The row's own date, or else that of its first source. */
    LocalDate asOf(YamlEntry entry) {
        return entry.has("asOf") ? entry.date("asOf") : first(entry).asOf();
    }

    /** The row's own grade, or else that of its first source. */
    Grade grade(YamlEntry entry) {
        return entry.constant("grade", Grade.values(), first(entry).grade());
    }

    /** The row's status, stated if it names none. */
    static FactStatus status(YamlEntry entry) {
        return entry.constant("status", FactStatus.values(), FactStatus.STATED);
    }

    private Source first(YamlEntry entry) {
        return registered(entry, entry.texts("source").get(0));
    }

    private Source registered(YamlEntry entry, String key) {
        Source source = byKey.get(key);
        if (source == null) {
            throw entry.fault("source", "\"" + key + "\" is not among the file's sources");
        }
        return source;
    }
}

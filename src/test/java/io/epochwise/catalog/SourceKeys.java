package io.epochwise.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources of a page: rows have their keys as links, and the end of the page has what they stand for. */
final class SourceKeys {
    private final Map<String, String> citations = new TreeMap<>();

    /** The keys of a fact's sources, with grade and date, and how sure it is if not simply stated. */
    String of(Fact fact) {
        List<String> keys = new ArrayList<>();
        for (String source : fact.source().split("; (?=[A-Z0-9][A-Z0-9-]*: )")) {
            int colon = source.indexOf(": ");
            keys.add("[" + source.substring(0, colon) + "]");
            citations.put(source.substring(0, colon), source.substring(colon + 2));
        }
        return String.join(", ", keys) + ", " + fact.grade() + (fact.asOf() == null ? "" : ", " + fact.asOf());
    }

    /** How sure a fact is, if it is not simply stated, and what else is to be said of it. */
    static String doubt(Fact fact) {
        String status = fact.status() == FactStatus.STATED ? "" : ". **" + fact.status() + "**";
        return status + (fact.note() == null ? "" : ". " + escape(fact.note()));
    }

    /** The section of the sources, and where the links of the rows lead. */
    List<String> section() {
        return Stream.of(
                        Stream.of("## Sources", ""),
                        citations.entrySet().stream()
                                .map(source ->
                                        "- `" + source.getKey() + "`: " + CitedPages.linked(escape(source.getValue()))),
                        Stream.of(""),
                        citations.entrySet().stream()
                                .map(source -> "[" + source.getKey() + "]: "
                                        + CitedPages.of(source.getValue()).stream()
                                                .findFirst()
                                                .orElse("#sources")))
                .flatMap(lines -> lines)
                .toList();
    }

    /** Text that Markdown shows as it is, also in a table. */
    static String escape(String text) {
        return text.replace("|", "\\|").replace("<", "\\<");
    }
}

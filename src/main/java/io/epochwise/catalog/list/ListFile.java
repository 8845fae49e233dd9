package io.epochwise.catalog.list;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a list, read but not understood yet.
 *
 * @param name the file's name with its folders: {@code portkey-2026-08-21/openai.json}
 * @param root its content
 */
record ListFile(String name, ListNode root) {
    private static final Pattern DATE = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z]+$");
    private static final Pattern DATE_AT_END = Pattern.compile("[-_.]?" + DATE.pattern() + "$");

    /** The last date in the name, the file's before its folders'; null if there is none. */
    LocalDate asOf() {
        LocalDate last = null;
        Matcher dates = DATE.matcher(name);
        while (dates.find()) {
            last = date(dates.group(), last);
        }
        return last;
    }

    /** The file's name without folders, ending and date: {@code openai} of {@code openai-2026-08-21.json}. */
    String stem() {
        String file = ENDING.matcher(name.substring(name.lastIndexOf('/') + 1)).replaceFirst("");
        return DATE_AT_END.matcher(file).replaceFirst("");
    }

    private static LocalDate date(String text, LocalDate otherwise) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}

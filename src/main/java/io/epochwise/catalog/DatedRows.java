package io.epochwise.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Rows that hold in intervals of dates. */
final class DatedRows {
    private DatedRows() {}

    /** Rows of which no two that clash may be in force on the same day. */
    static <T extends Dated> List<T> read(
            YamlEntry entry, String key, Function<YamlEntry, T> read, BiPredicate<T, T> clash) {
        List<YamlEntry> places = new ArrayList<>();
        List<T> rows = entry.entries(key, row -> {
            places.add(row);
            return read.apply(row);
        });
        for (int i = 0; i < rows.size(); i++) {
            T row = rows.get(i);
            if (row.from() != null && row.to() != null && !row.from().isBefore(row.to())) {
                throw places.get(i).fault("from", "must be before to");
            }
            for (int j = 0; j < i; j++) {
                if (row.overlaps(rows.get(j)) && clash.test(row, rows.get(j))) {
                    throw places.get(i).fault("overlaps an earlier row of " + key + " for the same thing and dates");
                }
            }
        }
        return rows;
    }

    /** Whether two lists, where an empty one means all, have something in common. */
    static boolean meet(List<?> a, List<?> b) {
        return a.isEmpty() || b.isEmpty() || a.stream().anyMatch(b::contains);
    }
}

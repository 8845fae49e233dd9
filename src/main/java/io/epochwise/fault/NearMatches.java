package io.epochwise.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what a misspelled name may have meant. */
public final class NearMatches {
    /** Most names ever offered. */
    public static final int MOST = 5;

    private static final int LONGEST = 100;
    private static final int SHORTEST_PART = 3;

    private NearMatches() {}

    /**
     * The names nearest to another, at most {@value #MOST}. A name is near if one of the two contains the other (three
     * characters at least), or if at most a third of the longer one's characters must change; case does not matter.
     * Containment ranks before distance, ties go by alphabet, so the answer depends on nothing but the arguments.
     * {@code "gpt-4o"} among {@code "openai/gpt-4o-2024-08-06"} and {@code "openai/o4-mini"} gives the first.
     *
     * @param name what was asked for; beyond 100 characters nothing is near
     * @param known the names that exist
     */
    public static List<String> of(String name, Collection<String> known) {
        if (name.isBlank() || name.length() > LONGEST) {
            return List.of();
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .distinct()
                .filter(candidate -> candidate.length() <= LONGEST)
                .map(candidate -> Map.entry(candidate, rank(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(ranked -> ranked.getValue() < Integer.MAX_VALUE)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int rank(String wanted, String candidate) {
        int shorter = Math.min(wanted.length(), candidate.length());
        if (shorter >= SHORTEST_PART && (candidate.contains(wanted) || wanted.contains(candidate))) {
            return Math.abs(wanted.length() - candidate.length());
        }
        int distance = distance(wanted, candidate);
        return distance * 3 <= Math.max(wanted.length(), candidate.length()) ? LONGEST + distance : Integer.MAX_VALUE;
    }

    /** The Levenshtein distance: the fewest characters to insert, delete or replace. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

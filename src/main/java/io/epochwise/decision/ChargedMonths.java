package io.epochwise.decision;

import io.epochwise.estimate.EstimateLine;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The months that a line charges for, counted from 1, as its formula begins with them; month 0 for a line that names none.
 *
 * @param first the first month
 * @param last the last month
 */
public record ChargedMonths(int first, int last) implements Comparable<ChargedMonths> {
    private static final Pattern WORDS = Pattern.compile("months? (\\d+)(?: to (\\d+))?:");
    private static final Comparator<ChargedMonths> IN_TIME =
            Comparator.comparing(ChargedMonths::first).thenComparing(ChargedMonths::last);

    /** The months of a line. */
    public static ChargedMonths of(EstimateLine line) {
        Matcher words = WORDS.matcher(line.formula());
        if (!words.lookingAt()) {
            return new ChargedMonths(0, 0);
        }
        int first = Integer.parseInt(words.group(1));
        return new ChargedMonths(first, words.group(2) == null ? first : Integer.parseInt(words.group(2)));
    }

    /** Whether two lines charge for the same month. */
    boolean overlap(ChargedMonths other) {
        return first <= other.last && other.first <= last;
    }

    @Override
    public int compareTo(ChargedMonths other) {
        return IN_TIME.compare(this, other);
    }
}

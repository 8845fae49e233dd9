package io.epochwise.benchmark;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a row is to reach.
 *
 * @param text in words; empty if there is nothing to reach
 * @param met whether a row reaches it
 */
record Target(String text, Predicate<Row> met) {
    /** Nothing to reach. */
    static final Target NONE = new Target("", row -> true);

    /** So many times as good as the baseline. */
    static Target ratio(double asked) {
        return new Target(String.format(Locale.ROOT, "%s x", plain(asked)), row -> row.ratio() >= asked);
    }

    /** A number as good as this one. */
    static Target value(double asked, Unit unit) {
        return new Target(plain(asked) + " " + unit.symbol(), row -> unit.reaches(row.ours(), asked));
    }

    /** That it is done at all. */
    static Target done(String text) {
        return new Target(text, row -> true);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%,.0f", number) : Double.toString(number);
    }
}

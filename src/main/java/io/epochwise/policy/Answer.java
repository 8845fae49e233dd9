package io.epochwise.policy;

import io.epochwise.catalog.Fact;
import io.epochwise.catalog.FactStatus;
import java.util.Locale;

/**
 * What one row of the catalog says to a requirement.
 *
 * @param outcome whether the requirement is met by it
 * @param text the same in a sentence
 * @param fact the row; null if there is none
 */
record Answer(Outcome outcome, String text, Fact fact) {
    /** No row speaks of it, so nothing is known. */
    static Answer none(String text) {
        return new Answer(Outcome.UNKNOWN, text, null);
    }

    /**
     * The answer of a row, with its note. A row that no good source states, or that others contradict, decides nothing.
     *
     * @param text a sentence without its full stop
     */
    static Answer of(Outcome outcome, String text, Fact fact) {
        String whole = text + (fact.note() == null ? "" : " (" + fact.note() + ")") + ".";
        return fact.status() == FactStatus.STATED
                ? new Answer(outcome, whole, fact)
                : new Answer(Outcome.UNKNOWN, doubt(fact.status()) + lowerCase(whole), fact);
    }

    private static String doubt(FactStatus status) {
        return switch (status) {
            case ASSUMED -> "Assumed from like cases, and no source says it: ";
            case UNVERIFIED -> "By a single weak source: ";
            default -> "Sources contradict each other: ";
        };
    }

    private static String lowerCase(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}

package io.epochwise.api.mcp;

import io.epochwise.dataset.Severity;
import io.epochwise.estimate.Warning;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Range;
import io.epochwise.policy.Verdict;
import java.time.LocalDate;
import java.util.List;

/** How answers say what several of them say. */
final class Words {
    private static final int LONGEST_TEXT = 200;

    private Words() {}

    /** An amount with its bounds where it is not exact: {@code 511.875 USD}, {@code 6.1632 USD (6.1632 to 6.192)}. */
    static String amount(Range amount, String currency) {
        String expected = amount.expected().toPlainString() + " " + currency;
        return amount.exact()
                ? expected
                : expected + " (" + amount.low().toPlainString() + " to "
                        + amount.high().toPlainString() + ")";
    }

    /** Whether a training job can be created, for the end of a sentence. */
    static String job(Verdict verdict, LocalDate asOf, LocalDate until) {
        return switch (verdict) {
            case AVAILABLE ->
                "the job can be created on " + asOf + (until == null ? "" : ", no longer from " + until + " on");
            case RESTRICTED -> "only some organizations can create the job on " + asOf;
            case CLOSED, RETIRED -> "the job cannot be created on " + asOf;
            case UNKNOWN -> "whether the job can be created on " + asOf + " is not known";
        };
    }

    /** The warnings that matter, by their codes; with their texts where there is room; null if there are none. */
    static List<String> warnings(List<Warning> warnings, boolean texts) {
        return orNothing(warnings.stream()
                .filter(warning -> warning.severity() != Severity.INFO)
                .map(warning -> texts
                        ? warning.code() + ": " + Brief.cut(warning.text(), LONGEST_TEXT)
                        : warning.code().name())
                .distinct()
                .toList());
    }

    /** The names that a tool takes, if they are from 1 to {@code most}. */
    static List<String> names(String argument, List<String> names, int most) {
        if (names.isEmpty() || names.size() > most) {
            throw new InvalidInputException(argument, "must have from 1 to " + most + " items");
        }
        return names;
    }

    /** Where a name stands in an argument. */
    static String item(String argument, List<String> names, String name) {
        return argument + "[" + names.indexOf(name) + "]";
    }

    /** The list; null for an empty one, which an answer leaves out. */
    static <T> List<T> orNothing(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    /** How many entries of a list are left out where so many are shown; null for none. */
    static Integer left(List<?> list, int shown) {
        return shown == list.size() ? null : list.size() - shown;
    }
}

package io.epochwise.api.yaml;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scalar without quotes is. It is what a reader of the file takes it for:
 *
 * <ul>
 *   <li>{@code null}, {@code ~} and nothing at all are null; {@code true} and {@code false} are truth values; the words also as
 *       {@code True} and {@code TRUE};
 *   <li>a decimal number is that number, digit by digit: as in JSON ({@code 25.00}, {@code 1e3}), or with a plus, or without digits on
 *       one side of the point ({@code +1}, {@code .5}, {@code 5.});
 *   <li>all else, such as {@code 2026-11-23}, is text, character by character.
 * </ul>
 *
 * <p>Refused is what YAML 1.1 and YAML 1.2 read differently, or what is a number to YAML and none to JSON: {@code yes},
 * {@code no}, {@code on}, {@code off}, {@code y} and {@code n} (truth values or text), {@code 010} (8 or 10), {@code 0x10},
 * {@code 0o10} and {@code 0b10}, {@code 1_000} (1000 or text), {@code 16:9} (969 or text), {@code .inf} and {@code .nan}. In quotes
 * each of them is text.
 */
final class PlainScalar {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUTHS = Set.of("true", "True", "TRUE");
    private static final Set<String> UNTRUTHS = Set.of("false", "False", "FALSE");
    private static final Pattern DISPUTED_TRUTH = Pattern.compile("(?i)y|n|yes|no|on|off");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?\\.(inf|nan)");

    // No group is repeated without end, and nothing is matched twice: texts may be long.
    private static final Pattern DECIMAL = Pattern.compile("(?<sign>[+-]?+)(?=\\.?[0-9])(?<whole>[0-9]*+)"
            + "(?<fraction>(?:\\.[0-9]*+)?+)(?<exponent>(?:[eE][+-]?[0-9]++)?+)");
    private static final Pattern LEADING_ZERO = Pattern.compile("0[0-9]++");
    private static final Pattern OTHER_BASE = Pattern.compile("[+-]?0(?:[xX][0-9a-fA-F_]++|[oO][0-7_]++|[bB][01_]++)");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9.]++_[0-9._]*+(?:[eE][+-]?[0-9]++)?+");
    private static final Pattern SEXAGESIMAL =
            Pattern.compile("[+-]?[0-9][0-9_]*+(?::[0-5]?[0-9]){1,32}+(?:\\.[0-9_]*+)?+");

    private static final String WRITE_AS_JSON =
            "is not one number to all readers of YAML: write it as in JSON, or put it in quotes if it is text";

    private PlainScalar() {}

    /** What a plain scalar may not be; the message is fit for the caller. */
    static final class RefusedScalarException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedScalarException(String message) {
            super(message);
        }
    }

    /**
     * The scalar in JSON; null if it is text.
     *
     * @throws RefusedScalarException if not all would read it alike
     */
    static String literal(String scalar) throws RefusedScalarException {
        if (NULLS.contains(scalar)) {
            return "null";
        }
        if (TRUTHS.contains(scalar)) {
            return "true";
        }
        if (UNTRUTHS.contains(scalar)) {
            return "false";
        }
        if (DISPUTED_TRUTH.matcher(scalar).matches()) {
            throw new RefusedScalarException("is true or false to some readers of YAML and text to others:"
                    + " write true or false, or put it in quotes if it is text");
        }
        if (NOT_FINITE.matcher(scalar).matches()) {
            throw new RefusedScalarException("must be finite, or in quotes if it is text");
        }
        Matcher decimal = DECIMAL.matcher(scalar);
        if (decimal.matches()) {
            return number(decimal);
        }
        if (OTHER_BASE.matcher(scalar).matches()
                || GROUPED.matcher(scalar).matches()
                || SEXAGESIMAL.matcher(scalar).matches()) {
            throw new RefusedScalarException(WRITE_AS_JSON);
        }
        return null;
    }

    private static String number(Matcher decimal) throws RefusedScalarException {
        String whole = decimal.group("whole");
        if (LEADING_ZERO.matcher(whole).matches()) {
            throw new RefusedScalarException(WRITE_AS_JSON);
        }
        String fraction = decimal.group("fraction");
        return (decimal.group("sign").equals("-") ? "-" : "")
                + (whole.isEmpty() ? "0" : whole)
                + (fraction.equals(".") ? ".0" : fraction)
                + decimal.group("exponent");
    }
}

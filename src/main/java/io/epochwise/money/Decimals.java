package io.epochwise.money;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decimals read and written within limits, so that no input can make arithmetic endless: {@code 1e99999999} is legal
 * JSON, and adding 1 to it does not finish.
 */
public final class Decimals {
    /** Most significant digits a decimal from outside may have. */
    public static final int MAX_DIGITS = 30;

    /** Most digits after the point a decimal from outside may have. */
    public static final int MAX_SCALE = 18;

    private static final int MAX_TEXT = 64;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");

    private Decimals() {}

    /**
     * Reads a decimal: {@code "25.00"} gives 25.00, {@code "1e3"} gives 1000.
     *
     * @param text plain or exponent notation, at most {@value #MAX_DIGITS} digits before the point or in all, and at
     *     most {@value #MAX_SCALE} after it
     * @return the value, its scale never negative
     * @throws NumberFormatException if the text is no decimal or exceeds the limits; the message is fit for the caller
     */
    public static BigDecimal parse(String text) {
        if (!isWrittenAsDecimal(text)) {
            throw new NumberFormatException("must be a decimal number of at most " + MAX_DIGITS + " digits");
        }
        return read(text);
    }

    /** Reads what is written as a decimal. */
    private static BigDecimal read(String text) {
        BigDecimal value = new BigDecimal(text);
        long wholeDigits = (long) value.precision() - value.scale();
        if (value.precision() > MAX_DIGITS || value.scale() > MAX_SCALE || wholeDigits > MAX_DIGITS) {
            throw new NumberFormatException(
                    "must have at most " + MAX_DIGITS + " digits, " + MAX_SCALE + " of them after the point");
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** The decimal that a text is, as {@link #parse} reads it; empty if it is none. */
    public static Optional<BigDecimal> find(String text) {
        if (!isWrittenAsDecimal(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isWrittenAsDecimal(String text) {
        return text.length() <= MAX_TEXT && DECIMAL.matcher(text).matches();
    }

    /** Whether a decimal has few enough digits that no arithmetic with it can grow without end. */
    public static boolean isBounded(BigDecimal value) {
        return value.precision() <= MAX_DIGITS && Math.abs(value.scale()) <= MAX_SCALE;
    }

    /**
     * Writes a decimal without an exponent and without needless zeros: 1E+3 gives {@code "1000"}, 0.50 gives
     * {@code "0.5"}.
     */
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /**
     * Gives an amount of money at least two digits after the point and no needless ones beyond: 25 becomes 25.00,
     * 157.43750 becomes 157.4375.
     */
    public static BigDecimal amount(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
    }
}

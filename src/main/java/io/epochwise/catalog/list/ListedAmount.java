package io.epochwise.catalog.list;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * A price as a list writes it, made exact: {@code 2.5e-06} USD per token are 2.5 USD for 1,000,000.
 *
 * <p>Up to {@value #DIGITS} significant digits are taken as they stand. No vendor's price has more, so more come from
 * arithmetic in binary floating point ({@code 1.4999999999999998e-07}) or from a division ({@code 2.08333333333333e-06});
 * such a number is rounded half to even to {@value #DIGITS} digits, which moves it by less than a billionth, and the note
 * tells what the list has.
 *
 * @param value USD for 1,000,000 tokens, its scale never negative
 * @param note what the list has; null if the value is just that
 */
record ListedAmount(BigDecimal value, String note) {
    static final int DIGITS = 10;

    private static final MathContext ROUNDING = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    private static final int MAX_TEXT = 64;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

    /**
     * @param text the number as the list writes it
     * @param powerOfTen what the list's unit is multiplied by to have USD for 1,000,000 tokens
     * @throws NumberFormatException if it is no number, or one so long or large that it is no price in any unit
     */
    static ListedAmount parse(String text, int powerOfTen) {
        if (text.length() > MAX_TEXT || !NUMBER.matcher(text).matches()) {
            throw new NumberFormatException("no price");
        }
        BigDecimal exact = plain(new BigDecimal(text).scaleByPowerOfTen(powerOfTen));
        if (exact.precision() <= DIGITS) {
            return new ListedAmount(exact, null);
        }
        return new ListedAmount(
                plain(exact.round(ROUNDING)), "the list has " + text + ", rounded to " + DIGITS + " digits");
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

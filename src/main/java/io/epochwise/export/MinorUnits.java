package io.epochwise.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/**
 * The smallest amounts in which one pays in a currency.
 *
 * @param digits decimals of an amount, zero or more
 */
public record MinorUnits(int digits) {
    /** Those of a currency; empty if the code is of none, or of one in which nobody pays, such as gold. */
    public static Optional<MinorUnits> of(String currency) {
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return digits < 0 ? Optional.empty() : Optional.of(new MinorUnits(digits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** An amount in whole units, half to even. */
    public BigDecimal round(BigDecimal amount) {
        return amount.setScale(digits, RoundingMode.HALF_EVEN);
    }
}

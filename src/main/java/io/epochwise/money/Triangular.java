package io.epochwise.money;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The triangular distribution over a range: it begins at low, is densest at what is expected, and ends at high. It is the usual
 * one where nothing but these three is known (D. Vose, Risk Analysis, 3rd ed., 2008, on three-point estimates).
 */
public final class Triangular {
    private static final MathContext PRECISION = new MathContext(12);

    private Triangular() {}

    /**
     * The value that is not exceeded with a probability.
     *
     * @param range where the value lies
     * @param probability from 0 to 1
     * @return from low to high, with 12 significant digits unless it is one of the two
     */
    public static BigDecimal quantile(Range range, double probability) {
        if (range.exact()) {
            return range.expected();
        }
        double low = range.low().doubleValue();
        double mode = range.expected().doubleValue();
        double high = range.high().doubleValue();
        double width = high - low;
        double value = probability * width < mode - low
                ? low + Math.sqrt(probability * width * (mode - low))
                : high - Math.sqrt((1 - probability) * width * (high - mode));
        return BigDecimal.valueOf(value).round(PRECISION).max(range.low()).min(range.high());
    }
}

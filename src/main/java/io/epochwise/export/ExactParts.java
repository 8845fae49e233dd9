package io.epochwise.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Amounts and quantities in parts that add up to them. */
final class ExactParts {
    /** Digits after the point of a part where a share does not end. */
    static final int DIGITS = 12;

    private ExactParts() {}

    /**
     * Parts in proportion to weights. Each is cut to {@value #DIGITS} digits after the point, or to as many as the whole has; the last
     * takes what is left, which is at least its share.
     *
     * @param whole may be negative
     * @param weights zero or more; if all are zero, the parts are alike
     * @return as many as there are weights
     */
    static List<BigDecimal> of(BigDecimal whole, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            return of(whole, weights.stream().map(weight -> BigDecimal.ONE).toList());
        }
        List<BigDecimal> parts = new ArrayList<>();
        BigDecimal left = whole;
        for (BigDecimal weight : weights.subList(0, weights.size() - 1)) {
            BigDecimal part = whole.multiply(weight)
                    .divide(sum, Math.max(whole.scale(), DIGITS), RoundingMode.DOWN)
                    .stripTrailingZeros();
            parts.add(part);
            left = left.subtract(part);
        }
        parts.add(left);
        return parts;
    }
}

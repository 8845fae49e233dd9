package io.epochwise.money;

import java.math.BigDecimal;

/**
 * A quantity or an amount that is not known exactly.
 *
 * @param low the least it can be by the stated assumptions
 * @param expected the best estimate
 * @param high the most it can be by the stated assumptions
 */
public record Range(BigDecimal low, BigDecimal expected, BigDecimal high) {
    /** Nothing, exactly. */
    public static final Range ZERO = exactly(BigDecimal.ZERO);

    /** @throws IllegalArgumentException if not {@code low <= expected <= high} */
    public Range {
        if (low.compareTo(expected) > 0 || expected.compareTo(high) > 0) {
            throw new IllegalArgumentException("not low <= expected <= high: " + low + ", " + expected + ", " + high);
        }
    }

    /** A range of one value. */
    public static Range exactly(BigDecimal value) {
        return new Range(value, value, value);
    }

    /** Whether it is one value. */
    public boolean exact() {
        return low.compareTo(high) == 0;
    }

    /** The sum, bound by bound. */
    public Range plus(Range other) {
        return new Range(low.add(other.low), expected.add(other.expected), high.add(other.high));
    }

    /**
     * The product, bound by bound.
     *
     * @throws IllegalArgumentException if the factor is negative: that would swap the bounds
     */
    public Range times(BigDecimal factor) {
        if (factor.signum() < 0) {
            throw new IllegalArgumentException("negative factor " + factor);
        }
        return new Range(low.multiply(factor), expected.multiply(factor), high.multiply(factor));
    }

    /** The range with its bounds as amounts of money, see {@link Decimals#amount}. */
    public Range asAmount() {
        return new Range(Decimals.amount(low), Decimals.amount(expected), Decimals.amount(high));
    }
}

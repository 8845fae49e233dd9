package io.epochwise.money;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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

    /** A range of one whole number. */
    public static Range exactly(long value) {
        return exactly(BigDecimal.valueOf(value));
    }

    /** Whether it is one value. */
    public boolean exact() {
        return low.compareTo(high) == 0;
    }

    /**
     * What is wrong with it as a whole number of an input.
     *
     * @param min the least it may be
     * @param max the most it may be
     * @return in words fit for the caller; empty if nothing is wrong
     */
    public Optional<String> faultAsWhole(long min, long max) {
        return bounds().allMatch(bound -> Decimals.isBounded(bound)
                        && bound.stripTrailingZeros().scale() <= 0
                        && isBetween(bound, BigDecimal.valueOf(min), BigDecimal.valueOf(max)))
                ? Optional.empty()
                : Optional.of("must be a whole number from " + min + " to " + max);
    }

    /** What is wrong with it as a decimal of an input; the parameters are those of {@link #faultAsWhole}. */
    public Optional<String> faultAsDecimal(BigDecimal min, BigDecimal max) {
        return bounds().allMatch(bound -> Decimals.isBounded(bound) && isBetween(bound, min, max))
                ? Optional.empty()
                : Optional.of("must be from " + Decimals.plain(min) + " to " + Decimals.plain(max) + ", with at most "
                        + Decimals.MAX_SCALE + " digits after the point");
    }

    private Stream<BigDecimal> bounds() {
        return Stream.of(low, expected, high);
    }

    private static boolean isBetween(BigDecimal value, BigDecimal min, BigDecimal max) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    /** The sum, bound by bound. */
    public Range plus(Range other) {
        return with(other, BigDecimal::add);
    }

    /**
     * A range of what comes of two, bound by bound; where both are one value, it is found once.
     *
     * @param function grows with both
     */
    public Range with(Range other, BinaryOperator<BigDecimal> function) {
        if (oneValue() && other.oneValue()) {
            return exactly(function.apply(expected, other.expected));
        }
        return new Range(
                function.apply(low, other.low),
                function.apply(expected, other.expected),
                function.apply(high, other.high));
    }

    /** What comes of each bound; where all are one value, it is found once. */
    private Range map(UnaryOperator<BigDecimal> function) {
        return oneValue()
                ? exactly(function.apply(expected))
                : new Range(function.apply(low), function.apply(expected), function.apply(high));
    }

    /** Whether the bounds are the same object, and so one value however it is written. */
    private boolean oneValue() {
        return low == expected && expected == high;
    }

    /** The difference, with the least and the most that it can be if the two do not depend on each other. */
    public Range minus(Range other) {
        return oneValue() && other.oneValue()
                ? exactly(expected.subtract(other.expected))
                : new Range(low.subtract(other.high), expected.subtract(other.expected), high.subtract(other.low));
    }

    /** The same deducted, with the bounds the other way round. */
    public Range negated() {
        return new Range(high.negate(), expected.negate(), low.negate());
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
        return map(bound -> bound.multiply(factor));
    }

    /** The range with the bounds of another where they go beyond its own; what is expected stays. */
    public Range spanning(Range other) {
        return new Range(low.min(other.low), expected, high.max(other.high));
    }

    /** The range with its bounds as amounts of money, see {@link Decimals#amount}. */
    public Range asAmount() {
        return map(Decimals::amount);
    }
}

package io.epochwise.token;

import io.epochwise.money.Range;
import java.math.BigDecimal;

/**
 * A number of tokens that is not known exactly.
 *
 * @param low the least the provider can count
 * @param expected the best estimate
 * @param high the most the provider can count
 */
public record TokenRange(long low, long expected, long high) {
    /** No tokens, exactly. */
    public static final TokenRange ZERO = new TokenRange(0, 0, 0);

    /** @throws IllegalArgumentException if not {@code 0 <= low <= expected <= high} */
    public TokenRange {
        if (low < 0 || low > expected || expected > high) {
            throw new IllegalArgumentException(
                    "not 0 <= low <= expected <= high: " + low + ", " + expected + ", " + high);
        }
    }

    /** A range of one value. */
    public static TokenRange exactly(long tokens) {
        return new TokenRange(tokens, tokens, tokens);
    }

    /** A range of which only the ends are known: expected is the midpoint, rounded down. */
    public static TokenRange between(long low, long high) {
        return new TokenRange(low, low + (high - low) / 2, high);
    }

    /**
     * The sum, bound by bound.
     *
     * @throws ArithmeticException on overflow
     */
    public TokenRange plus(TokenRange other) {
        return new TokenRange(
                Math.addExact(low, other.low),
                Math.addExact(expected, other.expected),
                Math.addExact(high, other.high));
    }

    /**
     * The product, bound by bound.
     *
     * @param factor zero or more
     * @throws ArithmeticException on overflow
     */
    public TokenRange times(long factor) {
        return new TokenRange(
                Math.multiplyExact(low, factor),
                Math.multiplyExact(expected, factor),
                Math.multiplyExact(high, factor));
    }

    /** The same numbers as decimals. */
    public Range asRange() {
        return new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(expected), BigDecimal.valueOf(high));
    }

    /** The range with a lower low, as where it may be that nothing is counted. */
    public TokenRange downTo(long low) {
        return new TokenRange(low, expected, high);
    }

    /** The range with no bound above a limit, as where a provider cuts an example at its training context. */
    public TokenRange atMost(long limit) {
        return new TokenRange(Math.min(low, limit), Math.min(expected, limit), Math.min(high, limit));
    }
}

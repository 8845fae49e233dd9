package io.epochwise.estimate;

import io.epochwise.money.Bound;
import java.math.BigDecimal;

/**
 * What a call costs in each of three cases: all facts that are not sure at their low, as expected, at their high.
 *
 * @param low the tokens and prices at their lows
 * @param expected as expected
 * @param high the tokens and prices at their highs
 */
public record CallCosts(CallCost low, CallCost expected, CallCost high) {
    /** What it costs in a case. */
    public CallCost at(Bound bound) {
        return switch (bound) {
            case LOW -> low;
            case EXPECTED -> expected;
            case HIGH -> high;
        };
    }

    /** A call of which a part costs the same tokens at other prices. */
    CallCosts mixedWith(CallCosts other, BigDecimal part) {
        return new CallCosts(
                low.mixedWith(other.low, part),
                expected.mixedWith(other.expected, part),
                high.mixedWith(other.high, part));
    }
}

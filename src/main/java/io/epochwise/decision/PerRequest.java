package io.epochwise.decision;

import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What one of many requests costs: the only division of amounts, rounded half to even at 20 decimals. */
final class PerRequest {
    /** More decimals than any price of a token has. */
    private static final int SCALE = 20;

    private PerRequest() {}

    /** A part of an amount as large as each of so many requests has; nothing where there are none. */
    static Range of(Range amount, BigDecimal requests) {
        return requests.signum() == 0
                ? Range.ZERO.asAmount()
                : new Range(
                                part(amount.low(), requests),
                                part(amount.expected(), requests),
                                part(amount.high(), requests))
                        .asAmount();
    }

    private static BigDecimal part(BigDecimal amount, BigDecimal requests) {
        return amount.divide(requests, SCALE, RoundingMode.HALF_EVEN);
    }
}

package io.epochwise.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Parts of a whole. */
final class Share {
    private static final int DECIMALS = 4;

    private Share() {}

    /** So many of all, from 0 to 1, rounded half to even at 4 decimals. */
    static BigDecimal of(int some, int all) {
        return BigDecimal.valueOf(some).divide(BigDecimal.valueOf(all), DECIMALS, RoundingMode.HALF_EVEN);
    }
}

package io.epochwise.decision.reconciliation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** When a figure that is computed is the one that was billed. */
final class Figures {
    private static final int CENTS = 2;
    private static final int PERCENT_SCALE = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Half a percent of what was billed. */
    private static final BigDecimal NEAR = new BigDecimal("0.005");

    /** A near cause leaves at most the fourth part of the difference. */
    private static final BigDecimal LEFT_OF_DIFFERENCE = BigDecimal.valueOf(4);

    private Figures() {}

    /** An amount as a bill that gives so many decimals as this one, cents at least, would give it. */
    static BigDecimal asBilled(BigDecimal amount, BigDecimal bill) {
        return amount.setScale(Math.max(CENTS, bill.scale()), RoundingMode.HALF_UP);
    }

    /** Whether a computed amount is the one billed, to the smallest unit in which that is given. */
    static boolean billsAs(BigDecimal computed, BigDecimal billed) {
        return asBilled(computed, billed).compareTo(billed) == 0;
    }

    /** How closely a computed amount explains the one billed; empty if it does not. */
    static Optional<Confidence> ofAmount(BigDecimal billed, BigDecimal computed, BigDecimal estimated) {
        return billsAs(computed, billed) ? Optional.of(Confidence.EXACT) : near(billed, computed, estimated);
    }

    /** How closely a computed number of tokens explains the one billed; empty if it does not. */
    static Optional<Confidence> ofTokens(BigDecimal billed, BigDecimal computed, BigDecimal estimated) {
        return computed.compareTo(billed) == 0 ? Optional.of(Confidence.EXACT) : near(billed, computed, estimated);
    }

    private static Optional<Confidence> near(BigDecimal billed, BigDecimal computed, BigDecimal estimated) {
        BigDecimal left = billed.subtract(computed).abs();
        BigDecimal difference = billed.subtract(estimated).abs();
        return left.compareTo(billed.abs().multiply(NEAR)) <= 0
                        && left.multiply(LEFT_OF_DIFFERENCE).compareTo(difference) <= 0
                ? Optional.of(Confidence.NEAR)
                : Optional.empty();
    }

    /** A difference in percent of what was expected; null if nothing was, or there is no difference to speak of. */
    static BigDecimal percent(BigDecimal difference, BigDecimal expected) {
        return difference == null || expected == null || expected.signum() == 0
                ? null
                : difference
                        .multiply(HUNDRED)
                        .divide(expected.abs(), MathContext.DECIMAL64)
                        .setScale(PERCENT_SCALE, RoundingMode.HALF_EVEN);
    }

    /** The difference of two figures; null if one is not known. */
    static BigDecimal difference(BigDecimal actual, BigDecimal expected) {
        return actual == null || expected == null ? null : actual.subtract(expected);
    }
}

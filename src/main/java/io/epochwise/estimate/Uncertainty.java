package io.epochwise.estimate;

import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What an amount comes to when it is drawn many times. Each number that is given as a range is drawn on its own, independent of
 * the others; all that facts leave open, such as prices on which sources differ, is drawn together. Percentiles are
 * nearest-rank: p90 is the least drawn amount that at least 90 % of the draws do not exceed, rounded half to even at 6
 * decimals.
 *
 * @param distribution how values are drawn from their ranges
 * @param seed what they were drawn from
 * @param draws how many times
 * @param p10 what a tenth of the draws do not exceed
 * @param p50 what half of the draws do not exceed
 * @param p90 what nine tenths of the draws do not exceed
 */
public record Uncertainty(
        ValueDistribution distribution, long seed, int draws, BigDecimal p10, BigDecimal p50, BigDecimal p90) {
    /** More would only look exact. */
    private static final int DECIMALS = 6;

    private static final int PERCENT = 100;
    private static final int P10 = 10;
    private static final int P50 = 50;
    private static final int P90 = 90;

    /**
     * Tells it of amounts that were drawn.
     *
     * @param drawn one for each draw, in any order
     */
    public static Uncertainty of(UncertaintyChoice choice, List<BigDecimal> drawn) {
        List<BigDecimal> sorted = drawn.stream().sorted().toList();
        return new Uncertainty(
                ValueDistribution.TRIANGULAR,
                choice.start(),
                choice.times(),
                percentile(sorted, P10),
                percentile(sorted, P50),
                percentile(sorted, P90));
    }

    private static BigDecimal percentile(List<BigDecimal> sorted, int percent) {
        int rank = (sorted.size() * percent + PERCENT - 1) / PERCENT;
        return Decimals.amount(sorted.get(Math.max(rank, 1) - 1).setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }
}

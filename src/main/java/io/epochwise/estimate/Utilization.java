package io.epochwise.estimate;

import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The part of the GPUs' peak that the operations of the model reach (model FLOPs utilization). Recomputation gets no credit:
 * it makes the utilization smaller and not the operations more.
 *
 * @param part low, expected and high, above 0; 1 is the peak
 * @param words where it is from, a sentence
 */
record Utilization(Range part, String words) {
    /** The band that is always reported, whatever the kind of training: an estimate. */
    private static final BigDecimal LEAST = new BigDecimal("0.10");

    private static final BigDecimal MOST = new BigDecimal("0.45");
    /** Of the speed with flash attention: Phi-3-vision. */
    private static final Ratio WITHOUT_FLASH_ATTENTION = new Ratio(58, 100);
    /** 45 % against 55 %: Llama-3.2-3B, packed and compiled. By its operations it would be 6 / 8. */
    private static final Ratio RECOMPUTED = new Ratio(45, 55);
    /** Operations of adapters without and with recomputation: 2 and 3 forward passes; no run tells (derived). */
    private static final Ratio RECOMPUTED_ADAPTERS = new Ratio(4, 6);
    /** A model of 222 million parameters reached 1.6 % on an H100: loading data took the time. */
    private static final BigDecimal BOUND_BY_LOADING = new BigDecimal("0.016");

    private static final int DIGITS = 3;

    private record Ratio(int numerator, int denominator) {
        BigDecimal of(BigDecimal value) {
            return value.multiply(BigDecimal.valueOf(numerator))
                    .divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.HALF_EVEN);
        }

        Range of(Range value) {
            return new Range(of(value.low()), of(value.expected()), of(value.high()));
        }
    }

    /** One that the caller has measured. */
    static Utilization given(BigDecimal part) {
        return new Utilization(
                Range.exactly(part), "Utilization of the GPUs is taken as given, " + Decimals.plain(part) + ".");
    }

    /**
     * One from published timings of the kind of training, slowed by what the caller says of it.
     *
     * @param boundByLoading whether the model is so small that loading data may take the time
     */
    static Utilization published(Regime regime, TrainedParts trained, ComputeChoice choice, boolean boundByLoading) {
        Range part = new Range(regime.low(), regime.expected(), regime.high());
        String slowed = "";
        if (Boolean.TRUE.equals(choice.checkpointing())) {
            Ratio ratio = trained.trainsLanguageModel() ? RECOMPUTED : RECOMPUTED_ADAPTERS;
            part = ratio.of(part);
            slowed += ", x " + ratio.numerator() + "/" + ratio.denominator() + " for activations computed again";
        }
        if (Boolean.FALSE.equals(choice.flashAttention())) {
            part = WITHOUT_FLASH_ATTENTION.of(part);
            slowed += ", x 0.58 without flash attention";
        }
        BigDecimal least = boundByLoading ? BOUND_BY_LOADING : LEAST;
        part = new Range(part.low().min(least), part.expected(), part.high().max(MOST));
        return new Utilization(
                part,
                "Utilization of the GPUs is taken as " + Decimals.plain(part.expected()) + ", low and high as "
                        + Decimals.plain(part.high()) + " and " + Decimals.plain(part.low())
                        + ": an estimate from published timings of " + regime.words() + slowed + ".");
    }
}

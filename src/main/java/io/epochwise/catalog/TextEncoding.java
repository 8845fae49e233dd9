package io.epochwise.catalog;

import io.epochwise.money.Range;
import io.epochwise.token.TokenRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * The encoding a model counts text with.
 *
 * @param encoding the encoding's public name
 * @param ratio the model's tokens for one of the encoding's, for a model whose own tokenizer is not public or not here: an
 *     estimate; null if the model counts with the encoding itself
 */
public record TextEncoding(
        String encoding, Range ratio, String source, LocalDate asOf, Grade grade, FactStatus status, String note)
        implements Fact {

    /**
     * The model's tokens for a text of so many tokens of the encoding; low is rounded down, high up and expected to the
     * nearest, so the sum over texts can be a token a text off.
     *
     * @param counted zero or more
     */
    public TokenRange tokens(long counted) {
        return ratio == null
                ? TokenRange.exactly(counted)
                : new TokenRange(
                        times(counted, ratio.low(), RoundingMode.FLOOR),
                        times(counted, ratio.expected(), RoundingMode.HALF_EVEN),
                        times(counted, ratio.high(), RoundingMode.CEILING));
    }

    private static long times(long counted, BigDecimal ratio, RoundingMode rounding) {
        return BigDecimal.valueOf(counted).multiply(ratio).setScale(0, rounding).longValueExact();
    }

    /** Whether counting with the encoding gives the model's own count: its own encoding, and a source says so. */
    public boolean exact() {
        return ratio == null && status == FactStatus.STATED;
    }
}

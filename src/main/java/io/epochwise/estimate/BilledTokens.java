package io.epochwise.estimate;

import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How many tokens a provider bills for training, by the ways in which providers count them. */
final class BilledTokens {
    private BilledTokens() {}

    /**
     * Tokens of the dataset x passes, in whole billing units: a begun unit is billed (MS-BREED).
     *
     * @param passes epochs, or evaluations of a validation file
     * @param pass what a pass is called: {@code epoch}
     * @param unit the billing unit in tokens; 1 where single tokens are billed
     */
    static Quantity inPasses(DatasetTokens tokens, long passes, String pass, long unit) {
        Range all = tokens.perEpoch().times(BigDecimal.valueOf(passes));
        String words = tokens.words() + " x " + passes + " " + pass + (passes == 1 ? " = " : "s = ")
                + Decimals.plain(all.expected());
        return inWholeUnits(all, words, unit);
    }

    /**
     * With packing off every example is billed as long as the longest sequence (T-DOCS): examples x longest sequence x
     * epochs.
     */
    static Quantity unpacked(long examples, long longestSequence, long epochs, long unit) {
        BigDecimal all = BigDecimal.valueOf(examples)
                .multiply(BigDecimal.valueOf(longestSequence))
                .multiply(BigDecimal.valueOf(epochs));
        String words = examples + " examples x " + longestSequence + " tokens of the longest sequence x " + epochs
                + (epochs == 1 ? " epoch = " : " epochs = ") + Decimals.plain(all);
        return inWholeUnits(Range.exactly(all), words, unit);
    }

    /** Steps of a fixed number of tokens, however large the dataset is (M-DOCS). */
    static Quantity inSteps(long steps, long tokensPerStep, long unit) {
        BigDecimal all = BigDecimal.valueOf(steps).multiply(BigDecimal.valueOf(tokensPerStep));
        return inWholeUnits(
                Range.exactly(all), steps + " steps x " + tokensPerStep + " tokens = " + Decimals.plain(all), unit);
    }

    private static Quantity inWholeUnits(Range tokens, String words, long unit) {
        if (unit == 1) {
            return new Quantity(tokens, words + "; " + Decimals.plain(tokens.expected()));
        }
        Range whole = new Range(
                wholeUnits(tokens.low(), unit), wholeUnits(tokens.expected(), unit), wholeUnits(tokens.high(), unit));
        String billed = Decimals.plain(whole.expected());
        return new Quantity(whole, words + ", in whole units of " + unit + ": " + billed + "; " + billed);
    }

    private static BigDecimal wholeUnits(BigDecimal tokens, long unit) {
        BigDecimal size = BigDecimal.valueOf(unit);
        return tokens.divide(size, 0, RoundingMode.CEILING).multiply(size);
    }
}

package io.epochwise.decision;

import io.epochwise.estimate.CallCost;
import io.epochwise.estimate.MonthCosts;
import io.epochwise.estimate.TokenClass;
import io.epochwise.money.Bound;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A month of the baseline and of the tuned model.
 *
 * @param retraining what making the job again costs in this month; null if it is not known
 * @param independent whether the facts about the two models are not the same, so that one can be at its low while the other
 *     is at its high
 */
record MonthPair(MonthCosts baseline, MonthCosts tuned, Range retraining, boolean independent) {
    private static final Map<TokenClass, SavingCause> CAUSES = new EnumMap<>(Map.of(
            TokenClass.STATIC_PROMPT, SavingCause.SHORTER_STATIC_PROMPT,
            TokenClass.FEW_SHOT_TEXT, SavingCause.FEWER_FEW_SHOT_TOKENS,
            TokenClass.FEW_SHOT_IMAGES, SavingCause.FEWER_FEW_SHOT_IMAGES));

    /** Whether all of it is known. */
    boolean known() {
        return baseline.total() != null && tuned.total() != null && retraining != null;
    }

    /** What the tuned model costs, the job made again included. */
    Range tunedCost() {
        return tuned.total() == null || retraining == null
                ? null
                : tuned.total().plus(retraining);
    }

    /** What is saved in all, as expected. */
    BigDecimal saving() {
        return saving(Bound.EXPECTED, Bound.EXPECTED);
    }

    /** What is saved in all; its bounds are those of the cases as a whole, which lie within the sums of the causes' bounds. */
    Range savingInAll() {
        return spanned(eachCase(this::saving));
    }

    /** What is saved, by cause; negative where it costs more. Expected amounts add up to {@link #savingInAll} exactly. */
    Map<SavingCause, Range> causes() {
        List<Map<SavingCause, BigDecimal>> cases = eachCase(this::causes);
        Map<SavingCause, Range> causes = new EnumMap<>(SavingCause.class);
        for (SavingCause cause : SavingCause.values()) {
            causes.put(cause, spanned(cases.stream().map(one -> one.get(cause)).toList()));
        }
        return causes;
    }

    private <T> List<T> eachCase(BiFunction<Bound, Bound, T> ofBounds) {
        List<T> cases = new ArrayList<>();
        for (Bound bound : Bound.values()) {
            cases.add(ofBounds.apply(bound, bound));
        }
        if (independent) {
            cases.add(ofBounds.apply(Bound.LOW, Bound.HIGH));
            cases.add(ofBounds.apply(Bound.HIGH, Bound.LOW));
        }
        return cases;
    }

    private BigDecimal saving(Bound ofBaseline, Bound ofTuned) {
        return ofBaseline.of(baseline.total()).subtract(ofTuned.of(tunedCost()));
    }

    /** What all cases have, with the expected one as expected. */
    private static Range spanned(List<BigDecimal> ofCases) {
        return new Range(Collections.min(ofCases), ofCases.get(Bound.EXPECTED.ordinal()), Collections.max(ofCases));
    }

    /**
     * From the baseline to the tuned model step by step: first its tokens at the baseline's prices and calls, then its calls,
     * then its prices; the cache and what is billed by time apart.
     */
    private Map<SavingCause, BigDecimal> causes(Bound ofBaseline, Bound ofTuned) {
        CallCost before = baseline.call().at(ofBaseline);
        CallCost after = tuned.call().at(ofTuned);
        BigDecimal callsBefore = baseline.calls();
        BigDecimal callsAfter = tuned.calls();
        Map<SavingCause, BigDecimal> causes = new EnumMap<>(SavingCause.class);
        for (SavingCause cause : SavingCause.values()) {
            causes.put(cause, BigDecimal.ZERO);
        }
        for (Map.Entry<TokenClass, BigDecimal> kind : before.tokens().entrySet()) {
            BigDecimal tokens = after.tokens().get(kind.getKey());
            BigDecimal price = before.prices().get(kind.getKey());
            BigDecimal fewer = kind.getValue().subtract(tokens);
            causes.merge(
                    CAUSES.getOrDefault(kind.getKey(), SavingCause.OTHER_TOKENS),
                    callsBefore.multiply(fewer).multiply(price),
                    BigDecimal::add);
            causes.merge(
                    SavingCause.FIRST_PASS_ACCURACY,
                    callsBefore.subtract(callsAfter).multiply(tokens).multiply(price),
                    BigDecimal::add);
            causes.merge(
                    SavingCause.PRICE_DIFFERENCE,
                    callsAfter
                            .multiply(tokens)
                            .multiply(price.subtract(after.prices().get(kind.getKey()))),
                    BigDecimal::add);
        }
        causes.merge(
                SavingCause.FIRST_PASS_ACCURACY,
                ofBaseline.of(baseline.fallback()).subtract(ofTuned.of(tuned.fallback())),
                BigDecimal::add);
        causes.put(
                SavingCause.CACHE_LOSS,
                callsAfter.multiply(after.cacheSaving()).subtract(callsBefore.multiply(before.cacheSaving())));
        causes.put(SavingCause.HOSTING, ofBaseline.of(baseline.byTime()).subtract(ofTuned.of(tuned.byTime())));
        causes.put(SavingCause.RETRAINING, ofTuned.of(retraining).negate());
        return causes;
    }
}

package io.epochwise.decision;

import io.epochwise.estimate.MonthCosts;
import io.epochwise.estimate.Workload;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;

/** What one number would have to be for tuning to pay back by a month, found by asking again with other values. */
final class Thresholds {
    private static final long MOST_TOKENS = 1_000_000_000L;
    private static final long MOST_REQUESTS = 1_000_000_000_000L;
    private static final int ACCURACY_DECIMALS = 4;
    private static final long MOST_ACCURACY = 10_000;
    private static final int FACTOR_DECIMALS = 6;

    private final ShorteningRun run;
    private final int byMonth;
    private final Function<PromptShorteningRequest, ShorteningRun> again;

    /**
     * @param run what is now; all costs known
     * @param byMonth the month by whose end it is to have paid back; one of the run's
     * @param again answers the question with other values
     */
    Thresholds(ShorteningRun run, int byMonth, Function<PromptShorteningRequest, ShorteningRun> again) {
        this.run = run;
        this.byMonth = byMonth;
        this.again = again;
    }

    List<Threshold> all() {
        List<Threshold> all = new ArrayList<>();
        all.add(staticPrompt());
        all.add(requests());
        accuracy().ifPresent(all::add);
        price().ifPresent(all::add);
        return all;
    }

    private Threshold staticPrompt() {
        Workload workload = run.point().tuned().workload();
        LongPredicate enough = tokens ->
                enough(point -> withTuned(point, point.tuned().workload().withStaticPrompt(Range.exactly(tokens))));
        Optional<BigDecimal> most = most(0, MOST_TOKENS, enough).map(BigDecimal::valueOf);
        return threshold(
                ThresholdInput.TUNED_STATIC_PROMPT_TOKENS,
                workload.staticPromptTokens().expected(),
                most,
                "a static prompt of the tuned model of at most %s tokens");
    }

    private Threshold requests() {
        LongPredicate enough = requests -> enough(point -> {
            Range range = Range.exactly(requests);
            return point.with(
                    point.baseline().with(point.baseline().workload().withRequests(range)),
                    point.tuned().with(point.tuned().workload().withRequests(range)),
                    point.training());
        });
        Optional<BigDecimal> least = least(1, MOST_REQUESTS, enough).map(BigDecimal::valueOf);
        return threshold(
                ThresholdInput.REQUESTS_PER_MONTH,
                run.point().tuned().workload().requestsPerMonth().expected(),
                least,
                "at least %s requests in the first month");
    }

    /** Accuracy matters only where an answer that cannot be used costs something. */
    private Optional<Threshold> accuracy() {
        Workload workload = run.point().tuned().workload();
        boolean matters = workload.attempts() > 1 || workload.fallbackCost() != null;
        if (!matters) {
            return Optional.empty();
        }
        LongPredicate enough = steps -> enough(point -> withTuned(
                point,
                point.tuned().workload().withAccuracy(Range.exactly(BigDecimal.valueOf(steps, ACCURACY_DECIMALS)))));
        Optional<BigDecimal> least =
                least(1, MOST_ACCURACY, enough).map(steps -> BigDecimal.valueOf(steps, ACCURACY_DECIMALS));
        return Optional.of(threshold(
                ThresholdInput.TUNED_FIRST_PASS_ACCURACY,
                workload.accuracy(),
                least,
                "a first-pass accuracy of the tuned model of at least %s"));
    }

    /** Costs are a line in the prices, so one division answers. */
    private Optional<Threshold> price() {
        BigDecimal ofTokens = run.pairs().subList(0, byMonth).stream()
                .map(MonthPair::tuned)
                .map(Thresholds::tokens)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (ofTokens.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal left = run.net(byMonth).add(ofTokens);
        Optional<BigDecimal> factor = left.signum() < 0
                ? Optional.empty()
                : Optional.of(left.divide(ofTokens, FACTOR_DECIMALS, RoundingMode.FLOOR));
        return Optional.of(threshold(
                ThresholdInput.TUNED_PRICE_FACTOR,
                BigDecimal.ONE,
                factor,
                "prices of the tuned model's tokens of at most %s times what they are"));
    }

    private static BigDecimal tokens(MonthCosts month) {
        return month.total()
                .expected()
                .subtract(month.byTime().expected())
                .subtract(month.fallback().expected());
    }

    private static PromptShorteningRequest withTuned(PromptShorteningRequest point, Workload workload) {
        return point.with(point.baseline(), point.tuned().with(workload), point.training());
    }

    private boolean enough(UnaryOperator<PromptShorteningRequest> change) {
        ShorteningRun changed = again.apply(change.apply(run.point()));
        return changed.known() && changed.net(byMonth).signum() >= 0;
    }

    private Threshold threshold(ThresholdInput input, BigDecimal given, Optional<BigDecimal> value, String needed) {
        String text = value.map(found -> "It pays back by the end of month " + byMonth + " with "
                        + String.format(needed, Decimals.plain(found)) + "; given is " + Decimals.plain(given) + ".")
                .orElse("No value of it makes it pay back by the end of month " + byMonth + ".");
        return new Threshold(input, byMonth, given, value.orElse(null), text);
    }

    /** The greatest number for which it is enough, if it is for the least. */
    private static Optional<Long> most(long least, long most, LongPredicate enough) {
        if (!enough.test(least)) {
            return Optional.empty();
        }
        long low = least;
        long high = most + 1;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (enough.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Optional.of(low);
    }

    /** The least number for which it is enough, if it is for the greatest. */
    private static Optional<Long> least(long least, long most, LongPredicate enough) {
        if (!enough.test(most)) {
            return Optional.empty();
        }
        long low = least - 1;
        long high = most;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (enough.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Optional.of(high);
    }
}

package io.epochwise.decision;

import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * The amounts of an answer on prompt shortening.
 *
 * @param upFront what is paid first; null if not known
 * @param perRequest of the first month, what is billed by time spread over its requests; null if not known or without months
 * @param causes the saving by cause; empty if not known or without months
 * @param months the series
 * @param total all months, and of the tuned model all that is paid first; null if not known
 */
record ShorteningFigures(
        Range upFront, Difference perRequest, List<CauseSaving> causes, List<SimulatedMonth> months, Difference total) {
    static ShorteningFigures of(ShorteningRun run) {
        List<SimulatedMonth> months = run.months();
        if (!run.known()) {
            return new ShorteningFigures(run.upFront().total(), null, List.of(), months, null);
        }
        List<CauseSaving> causes = causes(run, months);
        return new ShorteningFigures(
                run.upFront().total(),
                months.isEmpty() ? null : perRequest(months.get(0), causes),
                causes,
                months,
                total(run, months));
    }

    /** The same with the bounds of others where they go beyond its own; all of it is known of both. */
    ShorteningFigures spanning(ShorteningFigures other) {
        return new ShorteningFigures(
                upFront.spanning(other.upFront),
                perRequest == null ? null : perRequest.spanning(other.perRequest),
                spanning(causes, other.causes, CauseSaving::spanning),
                spanning(months, other.months, SimulatedMonth::spanning),
                total.spanning(other.total));
    }

    private static <T> List<T> spanning(List<T> ones, List<T> others, BinaryOperator<T> spanned) {
        List<T> all = new ArrayList<>(ones.size());
        for (int i = 0; i < ones.size(); i++) {
            all.add(spanned.apply(ones.get(i), others.get(i)));
        }
        return all;
    }

    private static List<CauseSaving> causes(ShorteningRun run, List<SimulatedMonth> months) {
        Map<SavingCause, Range> totals = new EnumMap<>(SavingCause.class);
        months.forEach(month -> month.causes().forEach(part -> totals.merge(part.cause(), part.amount(), Range::plus)));
        List<CauseSaving> causes = new ArrayList<>();
        if (months.isEmpty()) {
            return causes;
        }
        Map<SavingCause, Range> first = new EnumMap<>(SavingCause.class);
        months.get(0).causes().forEach(part -> first.put(part.cause(), part.amount()));
        for (SavingCause cause : SavingCause.values()) {
            Range monthly = first.getOrDefault(cause, Range.ZERO);
            causes.add(new CauseSaving(
                    cause,
                    PerRequest.of(monthly, months.get(0).requests()),
                    monthly.asAmount(),
                    totals.getOrDefault(cause, Range.ZERO).asAmount()));
        }
        return causes;
    }

    /** Rounded cause by cause, so that the rounded parts still add up. */
    private static Difference perRequest(SimulatedMonth first, List<CauseSaving> causes) {
        Range saving = PerRequest.of(first.saving(), first.requests());
        BigDecimal exact =
                causes.stream().map(cause -> cause.perRequest().expected()).reduce(BigDecimal.ZERO, BigDecimal::add);
        Range baseline = PerRequest.of(first.baseline(), first.requests());
        Range tuned = PerRequest.of(first.tuned(), first.requests());
        BigDecimal expected = baseline.expected().subtract(exact);
        return new Difference(
                baseline,
                new Range(tuned.low().min(expected), expected, tuned.high().max(expected)).asAmount(),
                new Range(saving.low().min(exact), exact, saving.high().max(exact)).asAmount());
    }

    private static Difference total(ShorteningRun run, List<SimulatedMonth> months) {
        boolean none = months.isEmpty();
        SimulatedMonth last = none ? null : months.get(months.size() - 1);
        return new Difference(
                none ? Range.ZERO.asAmount() : last.cumulativeBaseline(),
                none ? run.upFront().total().asAmount() : last.cumulativeTuned(),
                run.netInAll());
    }
}

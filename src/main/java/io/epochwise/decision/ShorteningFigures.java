package io.epochwise.decision;

import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The amounts of an answer on prompt shortening, which can be spanned over several values of its numbers.
 *
 * @param upFront what is paid first; null if not known
 * @param perRequest of the first month, what is billed by time spread over its requests; null if not known or without months
 * @param causes the saving by cause; empty if not known or without months
 * @param months the series
 * @param total all months, and of the tuned model all that is paid first; null if not known
 */
record ShorteningFigures(
        Range upFront, Difference perRequest, List<CauseSaving> causes, List<SimulatedMonth> months, Difference total) {
    /** More decimals than any price of a token has. */
    private static final int SCALE = 20;

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
                    perRequest(monthly, months.get(0).requests()),
                    monthly.asAmount(),
                    totals.getOrDefault(cause, Range.ZERO).asAmount()));
        }
        return causes;
    }

    /** Rounded cause by cause, so that the rounded parts still add up. */
    private static Difference perRequest(SimulatedMonth first, List<CauseSaving> causes) {
        Range saving = perRequest(first.saving(), first.requests());
        BigDecimal exact =
                causes.stream().map(cause -> cause.perRequest().expected()).reduce(BigDecimal.ZERO, BigDecimal::add);
        Range baseline = perRequest(first.baseline(), first.requests());
        Range tuned = perRequest(first.tuned(), first.requests());
        BigDecimal expected = baseline.expected().subtract(exact);
        return new Difference(
                baseline,
                new Range(tuned.low().min(expected), expected, tuned.high().max(expected)).asAmount(),
                new Range(saving.low().min(exact), exact, saving.high().max(exact)).asAmount());
    }

    private static Range perRequest(Range month, BigDecimal requests) {
        return requests.signum() == 0
                ? Range.ZERO
                : new Range(
                                month.low().divide(requests, SCALE, RoundingMode.HALF_EVEN),
                                month.expected().divide(requests, SCALE, RoundingMode.HALF_EVEN),
                                month.high().divide(requests, SCALE, RoundingMode.HALF_EVEN))
                        .asAmount();
    }

    private static Difference total(ShorteningRun run, List<SimulatedMonth> months) {
        Range baseline = Range.ZERO;
        Range tuned = run.upFront().total();
        Range saving = Range.ZERO;
        for (SimulatedMonth month : months) {
            baseline = month.cumulativeBaseline();
            tuned = month.cumulativeTuned();
            saving = saving.plus(month.saving());
        }
        Range net = saving.minus(run.upFront().total());
        return new Difference(baseline.asAmount(), tuned.asAmount(), net.asAmount());
    }

    /** The same figures with the bounds of others where they go beyond these. */
    ShorteningFigures spanning(ShorteningFigures other) {
        return new ShorteningFigures(
                spanning(upFront, other.upFront),
                spanning(perRequest, other.perRequest),
                zipped(causes, other.causes),
                zippedMonths(months, other.months),
                spanning(total, other.total));
    }

    private static Difference spanning(Difference one, Difference other) {
        return one == null || other == null
                ? null
                : new Difference(
                        one.baseline().spanning(other.baseline()),
                        one.tuned().spanning(other.tuned()),
                        one.saving().spanning(other.saving()));
    }

    private static Range spanning(Range one, Range other) {
        return one == null || other == null ? null : one.spanning(other);
    }

    private static List<CauseSaving> zipped(List<CauseSaving> ones, List<CauseSaving> others) {
        if (others.size() != ones.size()) {
            return List.of();
        }
        List<CauseSaving> zipped = new ArrayList<>();
        for (int i = 0; i < ones.size(); i++) {
            CauseSaving one = ones.get(i);
            CauseSaving other = others.get(i);
            zipped.add(new CauseSaving(
                    one.cause(),
                    one.perRequest().spanning(other.perRequest()),
                    one.monthly().spanning(other.monthly()),
                    one.total().spanning(other.total())));
        }
        return zipped;
    }

    private static List<SimulatedMonth> zippedMonths(List<SimulatedMonth> ones, List<SimulatedMonth> others) {
        List<SimulatedMonth> zipped = new ArrayList<>();
        for (int i = 0; i < ones.size(); i++) {
            SimulatedMonth one = ones.get(i);
            SimulatedMonth other = others.get(i);
            zipped.add(new SimulatedMonth(
                    one.month(),
                    one.date(),
                    one.requests(),
                    spanning(one.baseline(), other.baseline()),
                    spanning(one.tuned(), other.tuned()),
                    spanning(one.saving(), other.saving()),
                    zippedCauses(one.causes(), other.causes()),
                    spanning(one.cumulativeBaseline(), other.cumulativeBaseline()),
                    spanning(one.cumulativeTuned(), other.cumulativeTuned())));
        }
        return zipped;
    }

    private static List<SimulatedMonth.CauseAmount> zippedCauses(
            List<SimulatedMonth.CauseAmount> ones, List<SimulatedMonth.CauseAmount> others) {
        List<SimulatedMonth.CauseAmount> zipped = new ArrayList<>();
        for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
            zipped.add(ones.get(i).spanning(others.get(i)));
        }
        return zipped;
    }
}

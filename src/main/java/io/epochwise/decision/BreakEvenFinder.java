package io.epochwise.decision;

import io.epochwise.estimate.MonthCosts;
import io.epochwise.money.Bound;
import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** Finds when tuning pays back, and where it does not says why. */
final class BreakEvenFinder {
    /** A hundred years: nobody plans longer. */
    private static final int FARTHEST_MONTH = 1200;

    private static final MathContext PRECISION = new MathContext(34, RoundingMode.HALF_EVEN);

    private final ShorteningRun run;
    private final List<ShorteningFigures> cases;
    private final Horizon horizon;
    private final LocalDate asOf;

    /** @param cases what is expected, and that with numbers at the bounds of their ranges */
    BreakEvenFinder(ShorteningRun run, List<ShorteningFigures> cases, Horizon horizon, LocalDate asOf) {
        this.run = run;
        this.cases = List.copyOf(cases);
        this.horizon = horizon;
        this.asOf = asOf;
    }

    BreakEven find() {
        if (!run.known()) {
            return none(
                    BreakEvenVerdict.UNKNOWN,
                    null,
                    BreakEvenReason.COST_UNKNOWN,
                    "A cost is not known, so whether tuning pays back is not either; the warnings name what is missing.");
        }
        int month = run.breakEvenMonth();
        return month > 0 ? paidBack(month) : notPaidBack();
    }

    private BreakEven paidBack(int month) {
        BigDecimal requests = requests(month);
        LocalDate date = asOf.plusMonths(month).minusDays(1);
        return new BreakEven(
                BreakEvenVerdict.MONTH,
                month,
                date,
                requests,
                null,
                earliest(),
                latest(),
                BreakEvenReason.PAID_BACK,
                "By the end of month " + month + ", on " + date + ", what is saved has reached what tuning cost, after "
                        + Decimals.plain(requests) + " requests.");
    }

    /** All requests of the months before, and so many of the month as it takes. */
    private BigDecimal requests(int month) {
        BigDecimal before = BigDecimal.ZERO;
        for (MonthPair pair : run.pairs().subList(0, month - 1)) {
            before = before.add(pair.baseline().requests());
        }
        BigDecimal missing = run.net(month - 1).negate();
        BigDecimal ofMonth = run.pairs().get(month - 1).baseline().requests();
        BigDecimal saved = run.net(month).add(missing);
        BigDecimal needed = missing.signum() <= 0
                ? BigDecimal.ZERO
                : missing.multiply(ofMonth).divide(saved, PRECISION);
        return before.add(needed).setScale(0, RoundingMode.CEILING);
    }

    /** Within the months looked at in one of the cases at least. */
    private Integer earliest() {
        return cases.stream()
                .map(one -> month(one, Bound.LOW, Bound.HIGH))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Within the months looked at in all cases. */
    private Integer latest() {
        List<Integer> months =
                cases.stream().map(one -> month(one, Bound.HIGH, Bound.LOW)).toList();
        return months.stream().anyMatch(Objects::isNull)
                ? null
                : months.stream().max(Comparator.naturalOrder()).orElse(null);
    }

    private static Integer month(ShorteningFigures figures, Bound ofTuned, Bound ofBaseline) {
        OptionalInt month = Cumulative.firstAtMost(
                figures.months().stream()
                        .map(SimulatedMonth::cumulativeTuned)
                        .map(ofTuned::of)
                        .toList(),
                figures.months().stream()
                        .map(SimulatedMonth::cumulativeBaseline)
                        .map(ofBaseline::of)
                        .toList());
        return month.isPresent() ? Integer.valueOf(month.getAsInt()) : null;
    }

    private BreakEven notPaidBack() {
        Integer wouldBe = wouldBeMonth();
        boolean ends = horizon.endedBy() != null;
        if (ends && (wouldBe != null || horizon.counted() == 0)) {
            String when = wouldBe == null
                    ? "The model can be called in none of the months."
                    : "Had the last month's costs gone on, it would have paid back in month " + wouldBe + ", but only "
                            + horizon.counted() + " months begin before the "
                            + (horizon.endedBy() == Horizon.Side.TUNED ? "tuned model" : "baseline") + " ends on "
                            + horizon.until() + ".";
            return none(BreakEvenVerdict.AFTER_SHUTDOWN, wouldBe, BreakEvenReason.MODEL_ENDS, when);
        }
        if (wouldBe != null) {
            return none(
                    BreakEvenVerdict.NEVER,
                    wouldBe,
                    BreakEvenReason.BEYOND_HORIZON,
                    "It does not pay back within the " + horizon.counted()
                            + " months looked at; with the last month's costs it would in month " + wouldBe + ".");
        }
        return none(BreakEvenVerdict.NEVER, null, BreakEvenReason.NO_SAVING, noSaving());
    }

    private String noSaving() {
        MonthPair last = run.pairs().get(run.pairs().size() - 1);
        BigDecimal saving =
                last.baseline().total().expected().subtract(last.tuned().total().expected());
        return "In month " + last.baseline().month()
                + (saving.signum() < 0
                        ? " the tuned model costs " + words(saving.negate()) + " more than the baseline"
                        : " the tuned model saves " + words(saving)
                                + ", which never reaches what is paid first and again")
                + ", so it never pays back.";
    }

    private static String words(BigDecimal amount) {
        return Decimals.amount(amount.setScale(2, RoundingMode.HALF_EVEN)).toPlainString();
    }

    private BreakEven none(BreakEvenVerdict verdict, Integer wouldBe, BreakEvenReason reason, String text) {
        boolean known = verdict != BreakEvenVerdict.UNKNOWN;
        return new BreakEven(
                verdict, null, null, null, wouldBe, known ? earliest() : null, known ? latest() : null, reason, text);
    }

    /** The last month's costs go on, those that depend on requests as these grow, and the job is made again as before. */
    private Integer wouldBeMonth() {
        if (run.pairs().isEmpty()) {
            return null;
        }
        MonthPair last = run.pairs().get(run.pairs().size() - 1);
        BigDecimal byTime = byTime(last.baseline()).subtract(byTime(last.tuned()));
        BigDecimal byRequests = last.baseline()
                .total()
                .expected()
                .subtract(last.tuned().total().expected())
                .subtract(byTime);
        BigDecimal growth = BigDecimal.ONE.add(run.point().baseline().workload().growth());
        Integer every = run.point().retrainEveryMonths();
        BigDecimal net = run.net(run.pairs().size());
        for (int month = run.pairs().size() + 1; month <= FARTHEST_MONTH; month++) {
            byRequests = byRequests.multiply(growth).round(PRECISION);
            net = net.add(byRequests).add(byTime);
            if (every != null && (month - 1) % every == 0) {
                net = net.subtract(run.again().expected());
            }
            if (net.signum() >= 0) {
                return month;
            }
        }
        return null;
    }

    private static BigDecimal byTime(MonthCosts month) {
        return month.byTime().expected();
    }
}

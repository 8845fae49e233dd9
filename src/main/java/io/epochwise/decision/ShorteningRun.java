package io.epochwise.decision;

import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.InferenceCosts;
import io.epochwise.estimate.MonthCosts;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prompt shortening for one value of each number.
 *
 * @param point the question with these values
 * @param upFront what is paid first
 * @param baseline all months of the baseline
 * @param tuned all months of the tuned model
 * @param again what the job and its evaluation cost when they are made again; null if that is not known
 * @param pairs the months that both have
 */
record ShorteningRun(
        PromptShorteningRequest point,
        Estimate upFront,
        InferenceCosts baseline,
        InferenceCosts tuned,
        Range again,
        List<MonthPair> pairs) {

    /** Whether every cost is known. */
    boolean known() {
        return upFront.total() != null && pairs.stream().allMatch(MonthPair::known);
    }

    /** What has been saved by the end of a month, all that is paid first taken off; month 0 is before the first. */
    BigDecimal net(int month) {
        BigDecimal net = upFront.total().expected().negate();
        for (MonthPair pair : pairs.subList(0, month)) {
            net = net.add(pair.saving());
        }
        return net;
    }

    /** What has been saved by the end of the last month, all that is paid first taken off, in all cases. */
    Range netInAll() {
        Range saving = Range.ZERO;
        for (MonthPair pair : pairs) {
            saving = saving.plus(pair.savingInAll());
        }
        return saving.minus(upFront.total()).asAmount();
    }

    /** The first month at whose end nothing is left to be saved; 0 if there is none. */
    int breakEvenMonth() {
        BigDecimal net = net(0);
        for (int month = 1; month <= pairs.size(); month++) {
            net = net.add(pairs.get(month - 1).saving());
            if (net.signum() >= 0) {
                return month;
            }
        }
        return 0;
    }

    /** What the baseline has cost by the end of each month. */
    List<Range> cumulativeBaseline() {
        return Cumulative.of(
                Range.ZERO,
                pairs.stream().map(MonthPair::baseline).map(MonthCosts::total).toList());
    }

    /** What tuning and the tuned model have cost by the end of each month. */
    List<Range> cumulativeTuned() {
        return Cumulative.of(
                upFront.total(), pairs.stream().map(MonthPair::tunedCost).toList());
    }

    /** The months with what is saved in each. */
    List<SimulatedMonth> months() {
        List<Range> cumulativeBaseline = known() ? cumulativeBaseline() : List.of();
        List<Range> cumulativeTuned = known() ? cumulativeTuned() : List.of();
        List<SimulatedMonth> months = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            MonthPair pair = pairs.get(i);
            months.add(new SimulatedMonth(
                    pair.baseline().month(),
                    pair.baseline().day(),
                    pair.baseline().requests(),
                    amount(pair.baseline().total()),
                    amount(pair.tunedCost()),
                    pair.known() ? pair.savingInAll().asAmount() : null,
                    pair.known() ? amounts(pair.causes()) : List.of(),
                    known() ? cumulativeBaseline.get(i).asAmount() : null,
                    known() ? cumulativeTuned.get(i).asAmount() : null));
        }
        return months;
    }

    private static Range amount(Range range) {
        return range == null ? null : range.asAmount();
    }

    private static List<SimulatedMonth.CauseAmount> amounts(Map<SavingCause, Range> causes) {
        return causes.entrySet().stream()
                .map(entry -> new SimulatedMonth.CauseAmount(
                        entry.getKey(), entry.getValue().asAmount()))
                .toList();
    }
}

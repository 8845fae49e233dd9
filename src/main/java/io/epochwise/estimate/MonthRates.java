package io.epochwise.estimate;

import io.epochwise.catalog.Unit;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call costs in each month, and the month beside its calls; from it follows what months cost for any number of requests.
 *
 * @param workload whose calls these are
 * @param byLoad whether what is billed by time depends on how many requests there are
 * @param months those that exist
 */
record MonthRates(Workload workload, boolean byLoad, List<OfMonth> months) {
    /**
     * The rates of a month.
     *
     * @param number counted from 1
     * @param call what one call costs; null if a part of it is not known
     * @param ofCall the same, within the bounds of the facts; null if a part of it is not known
     * @param ofTime what does not depend on requests; null if a part of it is not known
     */
    record OfMonth(int number, LocalDate day, CallCosts call, Range ofCall, Range ofTime) {}

    /** Whether they are those of another workload too. */
    boolean holdFor(Workload other) {
        return workload.equals(other) || !byLoad && workload.hasCallsOf(other);
    }

    /** What the months cost for a workload for which these hold. */
    List<MonthCosts> costs(Workload asked) {
        MonthlyRequests requests = asked.requests();
        BigDecimal callsPerRequest = asked.callsPerRequest();
        BigDecimal never = asked.neverAnswered();
        UnitPrice fallback = never.signum() == 0 || asked.fallbackCost() == null ? null : fallback(asked);
        List<MonthCosts> costs = new ArrayList<>(months.size());
        for (OfMonth month : months) {
            BigDecimal ofMonth = requests.in(month.number());
            BigDecimal calls = MonthlyRequests.times(ofMonth, callsPerRequest);
            Range unanswered =
                    fallback == null ? Range.ZERO : fallback.cost(Range.exactly(MonthlyRequests.times(ofMonth, never)));
            costs.add(new MonthCosts(
                    month.number(),
                    month.day(),
                    ofMonth,
                    calls,
                    month.call(),
                    month.ofTime(),
                    unanswered,
                    month.ofCall() == null || month.ofTime() == null
                            ? null
                            : month.ofCall().times(calls).plus(month.ofTime()).plus(unanswered)));
        }
        return costs;
    }

    /** The price of what takes the place of an answer. */
    static UnitPrice fallback(Workload workload) {
        return PriceList.own(workload.fallbackCost().expected(), Unit.REQUEST);
    }
}

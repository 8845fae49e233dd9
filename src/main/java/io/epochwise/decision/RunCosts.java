package io.epochwise.decision;

import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.InferenceCosts;
import io.epochwise.estimate.MonthCosts;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * One way to get a workload done, for one value of each number.
 *
 * @param upFront what is paid before the first request; null if nothing is trained
 * @param calls all months
 * @param again jobs that are made again, by the month at whose beginning they are
 */
record RunCosts(Estimate upFront, InferenceCosts calls, SortedMap<Integer, Estimate> again) {
    /** What it costs as expected; null if a part is not known. */
    BigDecimal expected() {
        Range total = total();
        return total == null ? null : total.expected();
    }

    /** What it costs; null if a part is not known. */
    Range total() {
        Range total = upFront == null ? Range.ZERO : upFront.total();
        for (CostMonth month : months()) {
            total = total == null || month.cost() == null ? null : total.plus(month.cost());
        }
        return total == null ? null : total.asAmount();
    }

    /** Those that exist. */
    List<CostMonth> months() {
        return calls.months().stream().map(this::month).toList();
    }

    private CostMonth month(MonthCosts month) {
        Estimate job = again.get(month.month());
        boolean known = month.total() != null && (job == null || job.total() != null);
        Range cost = known
                ? month.total().plus(job == null ? Range.ZERO : job.total()).asAmount()
                : null;
        return new CostMonth(month.month(), month.day(), month.requests(), cost);
    }

    List<CostPart> parts() {
        List<CostPart> parts = new ArrayList<>();
        if (upFront != null) {
            parts.add(new CostPart(CostPartKind.TRAINING, 0, upFront));
        }
        parts.add(new CostPart(CostPartKind.CALLS, 0, calls.estimate()));
        for (Map.Entry<Integer, Estimate> job : again.entrySet()) {
            parts.add(new CostPart(CostPartKind.RETRAINING, job.getKey(), job.getValue()));
        }
        return parts;
    }
}

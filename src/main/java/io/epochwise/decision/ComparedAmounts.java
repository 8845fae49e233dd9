package io.epochwise.decision;

import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.InferenceCosts;
import io.epochwise.estimate.MonthCosts;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The amounts of an alternative for one value of each number, or spanned over several.
 *
 * @param upFront what is paid before the first request
 * @param months what each month costs
 * @param cumulative what has come together by the end of each month
 * @param perThousand the total for 1,000 requests
 */
record ComparedAmounts(Range upFront, List<Range> months, List<Range> cumulative, Range perThousand) {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    /** @param upFront null if nothing is trained */
    static ComparedAmounts of(Estimate upFront, InferenceCosts costs) {
        Range paid = paid(upFront);
        List<Range> months = costs.months().stream().map(MonthCosts::total).toList();
        List<Range> cumulative = Cumulative.of(paid, months);
        Range total = cumulative.get(cumulative.size() - 1);
        BigDecimal requests =
                costs.months().stream().map(MonthCosts::requests).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ComparedAmounts(paid, months, cumulative, PerRequest.of(total.times(THOUSAND), requests));
    }

    /** What is paid before the first request; nothing if nothing is trained. */
    static Range paid(Estimate upFront) {
        return upFront == null ? Range.ZERO : upFront.total();
    }

    Range total() {
        return cumulative.get(cumulative.size() - 1);
    }

    /** The same with the bounds of others where they go beyond its own. */
    ComparedAmounts spanning(ComparedAmounts other) {
        return new ComparedAmounts(
                upFront.spanning(other.upFront),
                spanning(months, other.months),
                spanning(cumulative, other.cumulative),
                perThousand.spanning(other.perThousand));
    }

    private static List<Range> spanning(List<Range> ranges, List<Range> others) {
        List<Range> spanned = new ArrayList<>(ranges.size());
        for (int i = 0; i < ranges.size(); i++) {
            spanned.add(ranges.get(i).spanning(others.get(i)));
        }
        return spanned;
    }
}

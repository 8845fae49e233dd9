package io.epochwise.decision;

import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Costs that have come together by the end of each month. */
final class Cumulative {
    private Cumulative() {}

    /** What is paid first and all months up to each. */
    static List<Range> of(Range upFront, List<Range> months) {
        List<Range> sums = new ArrayList<>(months.size());
        Range sum = upFront;
        for (Range month : months) {
            sum = sum.plus(month);
            sums.add(sum);
        }
        return sums;
    }

    /** The first month, counted from 1, at whose end one is at most the other; as far as both go. */
    static OptionalInt firstAtMost(List<BigDecimal> one, List<BigDecimal> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (one.get(i).compareTo(other.get(i)) <= 0) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }
}

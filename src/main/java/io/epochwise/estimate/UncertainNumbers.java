package io.epochwise.estimate;

import io.epochwise.money.Range;
import io.epochwise.money.RangeChoice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What numbers that are given as ranges do to an estimate. */
final class UncertainNumbers {
    private UncertainNumbers() {}

    /**
     * The estimate of what is expected, with bounds that span those of the ranges, and what makes its total uncertain.
     *
     * @param question answers for one value of each number
     * @param choice how it is to be drawn; null for not at all
     * @throws io.epochwise.fault.InvalidInputException if more than 32 numbers are ranges
     */
    static Estimate estimate(Function<RangeChoice, Estimate> question, UncertaintyChoice choice) {
        Explored<Estimate> explored = Explored.of(question, UncertainNumbers::expectedTotal);
        Estimate expected = explored.expected();
        if (expected.total() == null) {
            return expected;
        }
        List<Driver> drivers = new ArrayList<>(explored.drivers(UncertainNumbers::expectedTotal));
        drivers.addAll(expected.drivers());
        // A draw whose total is not known has no amount; the total of what is expected stands for it.
        Function<RangeChoice, Range> totals = values -> {
            Range total = question.apply(values).total();
            return total == null ? expected.total() : total;
        };
        return explored.points()
                .reduce(expected, Estimate::spanning)
                .with(
                        Driver.ranked(drivers),
                        choice == null
                                ? null
                                : Uncertainty.of(choice, Draws.amounts(explored.ranges(), choice, totals)));
    }

    private static BigDecimal expectedTotal(Estimate estimate) {
        return estimate.total() == null ? null : estimate.total().expected();
    }
}

package io.epochwise.estimate;

import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Range;
import io.epochwise.money.RangeChoice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What numbers that are given as ranges do to an estimate: it is made with each of them at its bounds, all others as expected,
 * and with all of them at the bounds that make it cheapest, and dearest. Where it grows or falls with each number alone, these
 * two are its exact bounds; else the bounds hold all that was tried.
 */
final class UncertainNumbers {
    private static final int MOST = 32;

    private UncertainNumbers() {}

    /**
     * The estimate of what is expected, with bounds that span those of the ranges.
     *
     * @param question answers for one value of each number
     * @throws InvalidInputException if more than 32 numbers are ranges
     */
    static Estimate estimate(Function<RangeChoice, Estimate> question) {
        Map<String, Range> ranges = new LinkedHashMap<>();
        Estimate expected = question.apply(RangeChoice.listing(ranges));
        ranges.values().removeIf(Range::exact);
        if (ranges.size() > MOST) {
            throw new InvalidInputException("", "at most " + MOST + " numbers may be ranges");
        }
        if (ranges.isEmpty() || expected.total() == null) {
            return expected;
        }
        List<Estimate> points = new ArrayList<>();
        Map<String, BigDecimal> cheapest = new HashMap<>();
        Map<String, BigDecimal> dearest = new HashMap<>();
        ranges.forEach((field, range) -> {
            Estimate atLow = question.apply(RangeChoice.of(Map.of(field, range.low())));
            Estimate atHigh = question.apply(RangeChoice.of(Map.of(field, range.high())));
            points.add(atLow);
            points.add(atHigh);
            boolean falls = atLow.total() != null
                    && atHigh.total() != null
                    && atHigh.total().expected().compareTo(atLow.total().expected()) < 0;
            cheapest.put(field, falls ? range.high() : range.low());
            dearest.put(field, falls ? range.low() : range.high());
        });
        points.add(question.apply(RangeChoice.of(cheapest)));
        points.add(question.apply(RangeChoice.of(dearest)));
        return points.stream().reduce(expected, Estimate::spanning);
    }
}

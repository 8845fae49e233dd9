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
import java.util.stream.Stream;

/**
 * A question answered with each number that is a range at its bounds, all others as expected, and with all of them at the bounds
 * that make an amount least, and most. Where the amount grows or falls with each number alone, these two are its exact bounds;
 * else the bounds hold all that was tried.
 *
 * @param ranges the numbers that are ranges, by field
 * @param expected the answer to what is expected
 * @param tried the answers at the bounds of each number
 * @param corners the answers that make the amount least and most; empty if no number is a range or the amount is not known
 */
public record Explored<T>(Map<String, Range> ranges, T expected, List<Tried<T>> tried, List<T> corners) {
    private static final int MOST = 32;

    /**
     * The answers at the bounds of a number.
     *
     * @param field where it stands in the question
     * @param range the number
     */
    public record Tried<T>(String field, Range range, T atLow, T atHigh) {}

    /**
     * Explores a question.
     *
     * @param question answers for one value of each number
     * @param amount the amount of an answer; null if it is not known
     * @throws InvalidInputException if more than 32 numbers are ranges
     */
    public static <T> Explored<T> of(Function<RangeChoice, T> question, Function<T, BigDecimal> amount) {
        Map<String, Range> ranges = new LinkedHashMap<>();
        T expected = question.apply(RangeChoice.listing(ranges));
        ranges.values().removeIf(Range::exact);
        if (ranges.size() > MOST) {
            throw new InvalidInputException("", "at most " + MOST + " numbers may be ranges");
        }
        if (ranges.isEmpty() || amount.apply(expected) == null) {
            return new Explored<>(ranges, expected, List.of(), List.of());
        }
        List<Tried<T>> tried = new ArrayList<>();
        Map<String, BigDecimal> least = new HashMap<>();
        Map<String, BigDecimal> most = new HashMap<>();
        ranges.forEach((field, range) -> {
            T atLow = question.apply(RangeChoice.of(Map.of(field, range.low())));
            T atHigh = question.apply(RangeChoice.of(Map.of(field, range.high())));
            tried.add(new Tried<>(field, range, atLow, atHigh));
            boolean falls = falls(amount.apply(atLow), amount.apply(atHigh));
            least.put(field, falls ? range.high() : range.low());
            most.put(field, falls ? range.low() : range.high());
        });
        return new Explored<>(
                ranges,
                expected,
                tried,
                List.of(question.apply(RangeChoice.of(least)), question.apply(RangeChoice.of(most))));
    }

    private static boolean falls(BigDecimal atLow, BigDecimal atHigh) {
        return atLow != null && atHigh != null && atHigh.compareTo(atLow) < 0;
    }

    /** All answers but the expected. */
    public Stream<T> points() {
        return Stream.concat(tried.stream().flatMap(each -> Stream.of(each.atLow(), each.atHigh())), corners.stream());
    }

    /** What each number does to an amount, without shares; those left out for which it is not known. */
    public List<Driver> drivers(Function<T, BigDecimal> amount) {
        return tried.stream()
                .filter(each -> amount.apply(each.atLow()) != null && amount.apply(each.atHigh()) != null)
                .map(each -> Driver.input(
                        each.field(), each.range(), amount.apply(each.atLow()), amount.apply(each.atHigh())))
                .toList();
    }
}

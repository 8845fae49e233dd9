package io.epochwise.estimate;

import io.epochwise.money.Range;
import io.epochwise.money.RangeChoice;
import io.epochwise.money.Triangular;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Answers a question many times, each time for drawn values of its uncertain numbers. */
public final class Draws {
    private Draws() {}

    /**
     * Draws. The order of the numbers does not matter: they are drawn in the order of their names.
     *
     * @param ranges the numbers, by field
     * @param choice how often, and from which seed
     * @param question answers for one value of each number
     * @param use takes each answer, and where in its range what facts leave open is drawn
     */
    public static <T> void each(
            Map<String, Range> ranges,
            UncertaintyChoice choice,
            Function<RangeChoice, T> question,
            BiConsumer<T, Place> use) {
        Map<String, Range> inOrder = new TreeMap<>(ranges);
        Random random = new Random(choice.start());
        T only = inOrder.isEmpty() ? question.apply(RangeChoice.of(Map.of())) : null;
        for (int i = 0; i < choice.times(); i++) {
            Map<String, BigDecimal> values = new HashMap<>();
            inOrder.forEach((field, range) -> values.put(field, Triangular.quantile(range, random.nextDouble())));
            Place place = new Place(random.nextDouble());
            use.accept(only == null ? question.apply(RangeChoice.of(values)) : only, place);
        }
    }

    /** The amounts that are drawn of a question that has one; its range is what facts leave open. */
    public static List<BigDecimal> amounts(
            Map<String, Range> ranges, UncertaintyChoice choice, Function<RangeChoice, Range> question) {
        List<BigDecimal> amounts = new ArrayList<>(choice.times());
        each(ranges, choice, question, (range, place) -> amounts.add(place.in(range)));
        return amounts;
    }

    /**
     * Where in every range that facts leave open the truth is drawn to lie.
     *
     * @param probability from 0 to 1
     */
    public record Place(double probability) {
        /** The value there. */
        public BigDecimal in(Range range) {
            return Triangular.quantile(range, probability);
        }
    }
}

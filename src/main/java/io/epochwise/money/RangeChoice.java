package io.epochwise.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * Chooses one value of each number that a question gives as a range: one of its {@link Bound}s, or another within them. A record
 * with such numbers rebuilds itself by asking for each of them; so they can also be listed.
 */
@FunctionalInterface
public interface RangeChoice {
    /**
     * Chooses a value.
     *
     * @param field where the number stands in the question: {@code workload.outputTokens}
     * @param range not null
     * @return a range of one value within the range
     */
    Range choose(String field, Range range);

    /** What is expected of all fields but those that have a value here. */
    static RangeChoice of(Map<String, BigDecimal> values) {
        return (field, range) -> Range.exactly(values.getOrDefault(field, range.expected()));
    }

    /** What is expected of all, adding each number that is asked for to a list by its field. */
    static RangeChoice listing(Map<String, Range> fields) {
        return (field, range) -> {
            fields.put(field, range);
            return Range.exactly(range.expected());
        };
    }

    /** A number that may have decimals; null if it is not given. */
    default Range number(String field, Range range) {
        return range == null ? null : choose(field, range);
    }

    /** A whole number: what is chosen is rounded, half to even; null if it is not given. */
    default Range whole(String field, Range range) {
        return range == null
                ? null
                : Range.exactly(choose(field, range).expected().setScale(0, RoundingMode.HALF_EVEN));
    }
}

package io.epochwise.money;

import java.math.RoundingMode;

/**
 * Chooses one value of each number that a question gives as a range: the expected one, a bound, or one that is drawn. A record
 * with such numbers rebuilds itself by asking for each of them; so they can also be listed.
 */
@FunctionalInterface
public interface RangeChoice {
    /** What is expected of all. */
    RangeChoice EXPECTED = (field, range) -> Range.exactly(range.expected());

    /**
     * Chooses a value.
     *
     * @param field where the number stands in the question: {@code workload.outputTokens}
     * @param range not null
     * @return a range of one value within the range
     */
    Range choose(String field, Range range);

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

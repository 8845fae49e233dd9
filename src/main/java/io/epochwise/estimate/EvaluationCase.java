package io.epochwise.estimate;

import io.epochwise.money.Range;
import io.epochwise.money.RangeChoice;
import java.math.BigDecimal;
import java.util.function.Function;

/** Which value is taken of all that is not known exactly: of numbers given as ranges, and of the images of a benchmark. */
enum EvaluationCase implements RangeChoice {
    /** The least of all, and the smallest image. */
    LOW(Range::low),
    /** What is expected, and a typical image. */
    EXPECTED(Range::expected),
    /** The most of all, and the largest image. */
    HIGH(Range::high);

    private final Function<Range, BigDecimal> bound;

    EvaluationCase(Function<Range, BigDecimal> bound) {
        this.bound = bound;
    }

    @Override
    public Range choose(String field, Range range) {
        return Range.exactly(bound.apply(range));
    }
}

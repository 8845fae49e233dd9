package io.epochwise.money;

import io.epochwise.fault.Spelling;
import java.math.BigDecimal;
import java.util.function.Function;

/** Where all that is not known exactly is taken to lie, so that what depends on the same thing moves together. */
public enum Bound implements RangeChoice {
    /** The least of all. */
    LOW(Range::low),
    /** What is expected of all. */
    EXPECTED(Range::expected),
    /** The most of all. */
    HIGH(Range::high);

    private final Function<Range, BigDecimal> value;

    Bound(Function<Range, BigDecimal> value) {
        this.value = value;
    }

    /** The value of a range. */
    public BigDecimal of(Range range) {
        return value.apply(range);
    }

    @Override
    public Range choose(String field, Range range) {
        return Range.exactly(of(range));
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

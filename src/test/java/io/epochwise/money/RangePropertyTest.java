package io.epochwise.money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Ranges that are put together do not depend on the order in which they are. */
class RangePropertyTest {
    private static Range drawn(Random random) {
        long[] sides = random.longs(3, -1_000_000, 1_000_000).sorted().toArray();
        return new Range(
                BigDecimal.valueOf(sides[0], 3), BigDecimal.valueOf(sides[1], 3), BigDecimal.valueOf(sides[2], 3));
    }

    private static List<Range> ranges(Random random) {
        List<Range> ranges = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            ranges.add(drawn(random));
        }
        return ranges;
    }

    @Test
    void sumsAndSpansAreFreeOfOrder() {
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            Range first = drawn(random);
            List<Range> ranges = ranges(random);
            Range sum = ranges.stream().reduce(first, Range::plus);
            Range span = ranges.stream().reduce(first, Range::spanning);
            Collections.shuffle(ranges, random);
            assertThat(ranges.stream().reduce(first, Range::plus)).isEqualTo(sum);
            assertThat(ranges.stream().reduce(first, Range::spanning)).isEqualTo(span);
            assertThat(span.expected()).isEqualTo(first.expected());
            assertThat(ranges)
                    .allMatch(range -> range.low().compareTo(span.low()) >= 0
                            && range.high().compareTo(span.high()) <= 0);
        }
    }
}

package io.epochwise.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Quantiles by nearest rank. */
class HistogramTest {
    private static DatasetProfile.Distribution of(LongStream values) {
        Histogram histogram = new Histogram();
        long[] sum = {0};
        values.forEach(value -> {
            histogram.add(value);
            sum[0] += value;
        });
        return histogram.distribution(sum[0]);
    }

    @Test
    void ofOneToAHundredQuantilesAreTheirPercents() {
        DatasetProfile.Distribution of = of(LongStream.rangeClosed(1, 100));
        assertThat(List.of(of.min(), of.p50(), of.p90(), of.p99(), of.max())).containsExactly(1L, 50L, 90L, 99L, 100L);
        assertThat(of.mean()).isEqualTo(50.5);
        assertThat(of.step()).isOne();
    }

    @Test
    void ofFewTheyAreMembers() {
        DatasetProfile.Distribution one = of(LongStream.of(7));
        assertThat(List.of(one.min(), one.p50(), one.p90(), one.p99(), one.max()))
                .containsOnly(7L);
        DatasetProfile.Distribution four = of(LongStream.of(40, 10, 30, 20));
        assertThat(List.of(four.min(), four.p50(), four.p90(), four.p99(), four.max()))
                .containsExactly(10L, 20L, 40L, 40L, 40L);
        // the classic example of nearest rank
        DatasetProfile.Distribution five = of(LongStream.of(15, 20, 35, 40, 50));
        assertThat(five.p50()).isEqualTo(35);
    }

    @Test
    void ofNoneAllIsZero() {
        assertThat(of(LongStream.empty())).isEqualTo(new DatasetProfile.Distribution(0, 0, 0, 0, 0, 0, 1L, List.of()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void equalsSortingAndIsOffByLessThanAStep(long seed) {
        Random random = new Random(seed);
        int bound = 1 << random.nextInt(20);
        long[] values = random.longs(1 + random.nextInt(5000), 0, bound).toArray();
        DatasetProfile.Distribution of = of(Arrays.stream(values));
        Arrays.sort(values);
        long[][] pairs = {{50, of.p50()}, {90, of.p90()}, {99, of.p99()}};
        for (long[] pair : pairs) {
            long exact = values[(int) Math.ceil(pair[0] * values.length / 100.0) - 1];
            assertThat(pair[1]).isBetween(exact - of.step() + 1, exact);
        }
        assertThat(of.min()).isEqualTo(values[0]);
        assertThat(of.max()).isEqualTo(values[values.length - 1]);
        assertThat(of.histogram()).hasSizeLessThanOrEqualTo(1024);
    }
}

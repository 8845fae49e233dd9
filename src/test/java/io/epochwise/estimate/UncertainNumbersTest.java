package io.epochwise.estimate;

import io.epochwise.dataset.DatasetSummary;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Bound;
import io.epochwise.money.Range;
import io.epochwise.money.RangeChoice;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.epochwise.estimate.TestCatalogs.LAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What ranges in a question do to the bounds of an estimate. */
class UncertainNumbersTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static Range around(Random random, int most) {
        int[] drawn = {random.nextInt(most), random.nextInt(most), random.nextInt(most)};
        java.util.Arrays.sort(drawn);
        return new Range(
                BigDecimal.valueOf(1 + drawn[0]), BigDecimal.valueOf(1 + drawn[1]), BigDecimal.valueOf(1 + drawn[2]));
    }

    private static Range part(Random random) {
        Range percent = around(random, 99);
        return new Range(
                percent.low().movePointLeft(2),
                percent.expected().movePointLeft(2),
                percent.high().movePointLeft(2));
    }

    private static Workload drawn(long seed) {
        Random random = new Random(seed);
        return new Workload(
                around(random, 100_000),
                null,
                around(random, 900),
                null,
                around(random, 900),
                List.of(),
                around(random, 900),
                null,
                null,
                part(random),
                part(random),
                Range.exactly(3),
                null,
                null);
    }

    private static Estimate estimate(Workload workload) {
        return InferenceEstimator.estimate(LAB, InferenceRequest.of("forge/whole", workload), RequestBuilder.TODAY);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theBoundsHoldWhateverIsDrawnWithinTheRanges(long seed) {
        Workload workload = drawn(seed);
        Estimate whole = estimate(workload);
        assertThat(whole.total().expected())
                .isEqualTo(
                        estimate(workload.resolved("", Bound.EXPECTED)).total().expected());
        Random random = new Random(~seed);
        for (int i = 0; i < 10; i++) {
            RangeChoice any = (field, range) -> Range.exactly(range.low()
                    .add(range.high().subtract(range.low()).multiply(BigDecimal.valueOf(random.nextInt(101), 2))));
            Range point = estimate(workload.resolved("", any)).total();
            assertThat(point.low()).isGreaterThanOrEqualTo(whole.total().low());
            assertThat(point.high()).isLessThanOrEqualTo(whole.total().high());
        }
    }

    /** 10 to 30 examples x 100 tokens: the bounds are those of 10 and of 30. */
    @Test
    void aTrainingJobHasTheBoundsOfItsDataset() {
        DatasetSummary dataset = new DatasetSummary(
                new Range(BigDecimal.TEN, BigDecimal.valueOf(20), BigDecimal.valueOf(30)),
                Range.exactly(100),
                null,
                null,
                null,
                null);
        Range total = RequestBuilder.request("lab/plain", dataset)
                .epochs(1)
                .estimate(LAB)
                .total();
        for (long examples : new long[] {10, 20, 30}) {
            Range exact = RequestBuilder.request("lab/plain", RequestBuilder.text(examples, "100"))
                    .epochs(1)
                    .estimate(LAB)
                    .total();
            assertThat(examples == 10 ? total.low() : examples == 20 ? total.expected() : total.high())
                    .isEqualTo(exact.expected());
        }
    }

    @Test
    void tooManyRangesAreRefused() {
        Range range = new Range(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TEN);
        Workload workload = new Workload(
                range,
                null,
                range,
                null,
                range,
                Collections.nCopies(20, new WorkloadImage(range, range, null, null)),
                range,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThatThrownBy(() -> estimate(workload)).isInstanceOf(InvalidInputException.class);
    }
}

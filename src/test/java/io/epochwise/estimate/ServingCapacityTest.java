package io.epochwise.estimate;

import io.epochwise.catalog.ServingThroughput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.estimate.TestCatalogs.BUILT_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** How many copies of a model a month of calls needs, and how much of them is idle. */
class ServingCapacityTest {
    private static final BigDecimal MONTH = BigDecimal.valueOf(730);

    private static BigDecimal decimal(String value) {
        return value == null ? null : new BigDecimal(value);
    }

    private static ServingCapacity capacity(
            String calls, String peakFactor, long gpus, String throughputPerGpu, String target) {
        return ServingCapacity.of(
                new ServingLoad(decimal(calls), MONTH, decimal(peakFactor)),
                new Replica(gpus, decimal(throughputPerGpu), decimal(target)));
    }

    /** A month of 730 hours has 2,628,000 seconds, so as many calls are one a second. */
    @ParameterizedTest(name = "{0} calls x {1} on {2} GPUs of {3}, filled to {4}: {5} replicas, {7} used")
    @CsvSource(textBlock = """
            0,         3, 1, 1,    0.8, 1,  1,  0
            2628000,   1, 1, 1,    1,   1,  1,  1
            2628001,   1, 1, 1,    1,   2,  2,  0.5
            2628000,   1, 1, 1,    0.5, 2,  2,  0.5
            2628000,   3, 1, 1,    1,   3,  3,  0.333333
            2628000,   3, 4, 0.25, 1,   3,  12, 0.333333
            26280000,  2, 4, 0.96, 0.8, 7,  28, 0.372024
            262800000, 5, 1, 3.27, 0.7, 219, 219, 0.139640
            """)
    void replicas(
            String calls,
            String peakFactor,
            long gpusOfOne,
            String throughput,
            String target,
            BigDecimal replicas,
            BigDecimal gpus,
            BigDecimal utilization) {
        ServingCapacity capacity = capacity(calls, peakFactor, gpusOfOne, throughput, target);

        assertThat(capacity.replicas()).isEqualByComparingTo(replicas);
        assertThat(capacity.gpus()).isEqualByComparingTo(gpus);
        assertThat(capacity.utilization()).isCloseTo(utilization, within(new BigDecimal("0.000001")));
        assertThat(capacity.utilization().add(capacity.idleShare())).isEqualByComparingTo("1");
    }

    @Test
    void withoutThroughputOnlyTheRatesAreKnown() {
        ServingCapacity capacity = capacity("2628000", "4", 1, null, "0.8");

        assertThat(capacity.averageRate()).isEqualByComparingTo("1");
        assertThat(capacity.peakRate()).isEqualByComparingTo("4");
        assertThat(capacity.replicas()).isNull();
        assertThat(capacity.gpus()).isNull();
        assertThat(capacity.utilization()).isNull();
        assertThat(capacity.idleShare()).isNull();
    }

    @Test
    void hoursInWhichNothingComesAreNotReckonedWith() {
        ServingCapacity capacity = ServingCapacity.of(
                new ServingLoad(decimal("2628000"), decimal("182.5"), BigDecimal.ONE),
                new Replica(1, BigDecimal.ONE, BigDecimal.ONE));

        assertThat(capacity.averageRate()).isEqualByComparingTo("4");
        assertThat(capacity.replicas()).isEqualByComparingTo("4");
    }

    /** The fewest that keep the peak within the target, and never more is used than there is. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noReplicaIsTooManyOrTooFew(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            ServingLoad load = new ServingLoad(
                    BigDecimal.valueOf(random.nextLong(1_000_000_000_000L)),
                    BigDecimal.valueOf(1 + random.nextInt(730)),
                    BigDecimal.valueOf(100 + random.nextInt(2_000), 2));
            Replica replica = new Replica(
                    1 + random.nextInt(8),
                    BigDecimal.valueOf(1 + random.nextInt(100_000), 3),
                    BigDecimal.valueOf(1 + random.nextInt(100), 2));
            ServingCapacity capacity = ServingCapacity.of(load, replica);
            BigDecimal peak = load.calls().multiply(load.peakFactor());
            BigDecimal ofOne = replica.throughput()
                    .multiply(replica.targetUtilization())
                    .multiply(load.hours())
                    .multiply(BigDecimal.valueOf(3600));

            assertThat(peak).isLessThanOrEqualTo(ofOne.multiply(capacity.replicas()));
            assertThat(capacity.replicas().equals(BigDecimal.ONE)
                            || peak.compareTo(ofOne.multiply(capacity.replicas().subtract(BigDecimal.ONE))) > 0)
                    .isTrue();
            assertThat(capacity.utilization()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        }
    }

    /** At 1.79 an hour and full load 1,000 calls cost 0.15 with the 7B model and 0.52 with the 72B; at a tenth ten times that. */
    @ParameterizedTest(name = "{0} at {1} of the load: {2}")
    @CsvSource({
        "qwen2.5-vl-7b,  1,   0.15",
        "qwen2.5-vl-72b, 1,   0.52",
        "qwen2.5-vl-7b,  0.1, 1.5",
        "qwen2.5-vl-72b, 0.1, 5.2"
    })
    void idleGpusCostAllTheSame(String model, BigDecimal load, BigDecimal expected) {
        ServingThroughput row = BUILT_IN.require("self-hosted/" + model)
                .servingThroughput("a100-80", true)
                .orElseThrow();
        Replica replica = Replica.measured(row, BigDecimal.ONE);
        BigDecimal calls = replica.throughput()
                .multiply(load)
                .multiply(MONTH)
                .multiply(BigDecimal.valueOf(3600))
                .setScale(0, RoundingMode.DOWN);
        ServingCapacity capacity = ServingCapacity.of(new ServingLoad(calls, MONTH, BigDecimal.ONE), replica);
        BigDecimal cost = capacity.gpus().multiply(MONTH).multiply(new BigDecimal("1.79"));

        assertThat(capacity.replicas()).isEqualByComparingTo("1");
        assertThat(capacity.utilization()).isCloseTo(load, within(new BigDecimal("0.0001")));
        assertThat(cost.multiply(BigDecimal.valueOf(1000)).divide(calls, expected.scale(), RoundingMode.HALF_UP))
                .isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1,   1, 1,  1",
        "1,  0.9, 1, 1,  1",
        "1,  1,   0, 1,  1",
        "1,  1,   1, 0,  1",
        "1,  1,   1, 1,  0",
        "1,  1,   1, 1,  1.1"
    })
    void nonsenseIsRefused(String calls, String peakFactor, long gpus, String throughput, String target) {
        assertThatIllegalArgumentException().isThrownBy(() -> capacity(calls, peakFactor, gpus, throughput, target));
    }
}

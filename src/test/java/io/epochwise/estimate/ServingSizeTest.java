package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.catalog.ServingMode;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.estimate.InferenceBuilder.inference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** GPUs that serve a workload: how many each month needs, and at what price. */
class ServingSizeTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");

    /** A second for each call of a month of 730 hours. */
    private static final long ONE_A_SECOND = 2_628_000;

    /**
     * {@code own/small} has 7 billion weights and was measured at 8 calls a second with images on 4 GPUs; {@code own/large} has 90
     * billion weights. An hour of a GPU of 80 GB costs 2.00, from 2026-03-01 on 3.00.
     */
    private static final Catalog CATALOG =
            CatalogLoader.load(List.of(new CatalogFile("own.yaml", """
                    provider: own
                    sources:
                      PAGE: { citation: "https://own.example", asOf: 2026-01-01, grade: official }
                    gpuTypes:
                      - { id: a100-80, name: "A100", memoryGigabytes: 80, denseFlops: 312e12, source: PAGE }
                    gpuPrices:
                      - { gpu: a100-80, provider: own, amount: "2.00", to: 2026-03-01, source: PAGE }
                      - { gpu: a100-80, provider: own, amount: "3.00", from: 2026-03-01, source: PAGE }
                    definitions:
                      tuning: &tuning { methods: [sft], visionMethods: [sft], adapters: [lora], source: PAGE }
                      images: &images
                        - { rule: openai-tile-512, parameters: { base: 85, perTile: 170, maxSide: 2048, shortSide: 768, tile: 512 }, source: PAGE }
                    offerings:
                      - id: own/small
                        name: Small
                        kind: self-hosted
                        imageRules: *images
                        fineTuning: *tuning
                        parameters: { total: 7000000000, source: PAGE }
                        serving: [ { mode: gpu-hour, source: PAGE } ]
                        servingThroughput:
                          - { engine: vLLM, gpu: a100-80, gpus: 4, gpusPerReplica: 1, workload: "one image", images: true, requestsPerSecond: "8", source: PAGE }
                        lifeCycle: [ { event: launch, on: 2025-01-01, source: PAGE } ]
                      - id: own/large
                        name: Large
                        kind: self-hosted
                        imageRules: *images
                        fineTuning: *tuning
                        parameters: { total: 90000000000, source: PAGE }
                        serving: [ { mode: gpu-hour, source: PAGE } ]
                        lifeCycle: [ { event: launch, on: 2025-01-01, source: PAGE } ]
                    """)), List.of(), Integer.MAX_VALUE);

    private static ServingChoice choice(
            Integer units, String throughput, Integer gpusOfOne, String peak, String target, Labor labor) {
        return new ServingChoice(
                ServingMode.GPU_HOUR,
                "a100-80",
                units,
                null,
                decimal(throughput),
                gpusOfOne,
                decimal(peak),
                decimal(target),
                labor);
    }

    private static BigDecimal decimal(String value) {
        return value == null ? null : new BigDecimal(value);
    }

    private static InferenceCosts costs(InferenceBuilder builder) {
        InferenceRequest request = builder.build();
        return PreparedInference.of(CATALOG, request, TODAY).costs(request.workload());
    }

    private static InferenceBuilder text(String offering, long requests, ServingChoice choice) {
        return inference(offering).requests(requests).tokens(10, 10, 10).serving(choice);
    }

    private static BigDecimal gpuHours(InferenceCosts costs) {
        return costs.estimate().lines().stream()
                .filter(line -> line.code() == LineCode.SERVING_GPU_HOURS)
                .map(EstimateLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> notes(InferenceCosts costs) {
        return costs.estimate().assumptions().stream()
                .map(assumption -> assumption.code().toString())
                .toList();
    }

    /** 10 million calls are 3.805 a second; three times as many at the peak are 11.42, of which a GPU answers 2. */
    @ParameterizedTest(name = "{0} calls at {1} a second, peak {2}, target {3}: {4} GPUs")
    @CsvSource({
        "10000000, 2, 3, 1, 6",
        "10000000, 2, 3, 0.5, 12",
        "10000000, 2, 1, 1, 2",
        "2628000, 1, 1, 1, 1",
        "2628001, 1, 1, 1, 2",
        "1, 1, 1, 1, 1"
    })
    void gpusFollowFromThePeak(long calls, String throughput, String peak, String target, int gpus) {
        InferenceCosts costs = costs(text("own/large", calls, choice(null, throughput, 1, peak, target, null)));
        assertThat(gpuHours(costs)).isEqualByComparingTo(BigDecimal.valueOf(730L * gpus));
        assertThat(costs.estimate().total().expected()).isEqualByComparingTo(BigDecimal.valueOf(1460L * gpus));
        assertThat(notes(costs)).contains("SERVING_SIZE").doesNotContain("EVEN_LOAD", "FULL_UTILIZATION");
        assertThat(costs.estimate().warnings())
                .extracting(Warning::code)
                .doesNotContain(WarningCode.CAPACITY_NOT_CHECKED);
    }

    /** One and a half times as many each month: 1, 1.5 and 2.25 calls a second need 1, 2 and 3 GPUs of one. */
    @Test
    void growthNeedsMoreGpusMonthByMonth() {
        InferenceCosts costs = costs(text("own/large", ONE_A_SECOND, choice(null, "1", 1, null, null, null))
                .growth("0.5")
                .months(3)
                .asOf("2026-04-15"));
        assertThat(costs.estimate().lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualByComparingTo("4380");
            assertThat(line.formula()).contains("from 1 to 3 GPUs x 730 hours a month, summed = 4380");
        });
        assertThat(costs.months())
                .extracting(month -> month.total().expected().intValueExact())
                .containsExactly(2190, 4380, 6570);
        assertThat(notes(costs)).contains("EVEN_LOAD", "FULL_UTILIZATION");
    }

    /** Of 1 to 4 calls a second, expected 2, GPUs of one: the line has the bounds of the total. */
    @Test
    void theLineHoldsWhatARangeOfRequestsNeeds() {
        Workload asked = text("own/large", 2 * ONE_A_SECOND, choice(null, "1", 1, null, null, null))
                .growth("0.5")
                .workload();
        Range requests = new Range(
                BigDecimal.valueOf(ONE_A_SECOND),
                BigDecimal.valueOf(2 * ONE_A_SECOND),
                BigDecimal.valueOf(4 * ONE_A_SECOND));
        InferenceRequest question = new InferenceRequest(
                "own/large",
                false,
                asked.withRequests(requests),
                2,
                null,
                null,
                null,
                choice(null, "1", 1, null, null, null),
                null,
                LocalDate.parse("2026-04-15"),
                null);
        Estimate estimate = InferenceEstimator.estimate(CATALOG, question, TODAY);
        assertThat(estimate.lines()).singleElement().satisfies(line -> assertThat(line.amount())
                .isEqualTo(estimate.total()));
        assertThat(estimate.total().low()).isEqualByComparingTo(BigDecimal.valueOf(3L * 730 * 3));
        assertThat(estimate.total().expected()).isEqualByComparingTo(BigDecimal.valueOf(5L * 730 * 3));
        assertThat(estimate.total().high()).isEqualByComparingTo(BigDecimal.valueOf(10L * 730 * 3));
    }

    /** Two retries for 19 of 100: 1.19 calls a request with an accuracy of 0.81 and two attempts. */
    @Test
    void retriesAreCallsToo() {
        InferenceCosts costs = costs(text("own/large", ONE_A_SECOND, choice(null, "1", 1, null, null, null))
                .attempts("0.81", 2));
        assertThat(gpuHours(costs)).isEqualByComparingTo("1460");
    }

    /** Four times as many at the peak, but half of the calls can wait: two and a half times as many. */
    @Test
    void callsInBatchesAreNotAtThePeak() {
        ServingChoice choice = choice(null, "1", 1, "4", "1", null);
        InferenceCosts all = costs(text("own/large", ONE_A_SECOND, choice));
        assertThat(gpuHours(all)).isEqualByComparingTo("2920");
        InferenceCosts half = costs(text("own/large", ONE_A_SECOND, choice).batchShare("0.5"));
        assertThat(gpuHours(half)).isEqualByComparingTo("2190");
    }

    @Test
    void gpusThatAreAskedForAreHeldAgainstThePeak() {
        InferenceCosts few = costs(text("own/large", 10_000_000, choice(5, "2", 1, "3", null, null)));
        assertThat(few.estimate().warnings())
                .filteredOn(warning -> warning.code() == WarningCode.CAPACITY_EXCEEDED)
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).contains("6 GPUs", "the 5 that"));
        assertThat(gpuHours(few)).isEqualByComparingTo("3650");
        InferenceCosts enough = costs(text("own/large", 10_000_000, choice(6, "2", 1, "3", null, null)));
        assertThat(enough.estimate().warnings())
                .extracting(Warning::code)
                .doesNotContain(WarningCode.CAPACITY_EXCEEDED, WarningCode.CAPACITY_NOT_CHECKED);
    }

    /** 8 a second on 4 GPUs are 2 on one: 3 calls with an image each second need 2. */
    @Test
    void whatWasMeasuredOfTheModelIsTaken() {
        InferenceCosts costs = costs(text("own/small", 3 * ONE_A_SECOND, choice(null, null, null, null, null, null))
                .image(512, 512, Detail.HIGH, 1));
        assertThat(gpuHours(costs)).isEqualByComparingTo("1460");
        assertThat(notes(costs)).contains("MEASURED_THROUGHPUT");
    }

    /** The measurement is of calls with images, so nothing is known of text; the weights need 3 GPUs of 80 GB. */
    @Test
    void withoutThroughputOneReplicaIsKept() {
        InferenceCosts small = costs(text("own/small", 1, choice(null, null, null, null, null, null)));
        assertThat(gpuHours(small)).isEqualByComparingTo("730");
        InferenceCosts large = costs(text("own/large", 1, choice(null, null, null, null, null, null)));
        assertThat(gpuHours(large)).isEqualByComparingTo("2190");
        assertThat(notes(large)).contains("REPLICA_SIZE");
        assertThat(large.estimate().warnings()).extracting(Warning::code).contains(WarningCode.CAPACITY_NOT_CHECKED);
    }

    /** 2.00 an hour until the end of February, 3.00 from the third month on, which begins on March 15. */
    @Test
    void eachMonthHasTheGpuPriceOfItsFirstDay() {
        InferenceCosts costs = costs(
                text("own/small", 1, choice(1, null, null, null, null, null)).months(4));
        assertThat(costs.months())
                .extracting(month -> month.total().expected().intValueExact())
                .containsExactly(1460, 1460, 2190, 2190);
        assertThat(costs.estimate().lines())
                .extracting(line -> line.unitPrice().toPlainString())
                .containsExactly("2.00", "3.00");
    }

    /** 40 hours a month at 90.00. */
    @Test
    void theWorkOfPeopleIsALineOfItsOwn() {
        Labor labor = new Labor(new BigDecimal("40"), new BigDecimal("90"));
        InferenceCosts costs = costs(
                text("own/small", 1, choice(1, null, null, null, null, labor)).months(2));
        assertThat(costs.estimate().lines())
                .filteredOn(line -> line.code() == LineCode.SERVING_LABOR)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.quantity()).isEqualByComparingTo("80");
                    assertThat(line.amount().expected()).isEqualTo("7200.00");
                });
        assertThat(costs.months())
                .allSatisfy(month -> assertThat(month.total().expected()).isEqualByComparingTo("5060"));
    }

    /** Months add up to the lines, more calls never need fewer GPUs, and what grows beyond all bounds is answered too. */
    @Test
    void whatHoldsForEveryWorkload() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            ServingChoice choice = choice(
                    null,
                    String.valueOf(1 + random.nextInt(20)),
                    1 + random.nextInt(4),
                    String.valueOf(1 + random.nextInt(5)),
                    "0." + (1 + random.nextInt(9)),
                    random.nextBoolean() ? new Labor(BigDecimal.TEN, BigDecimal.ONE) : null);
            int months = 1 + random.nextInt(24);
            String growth = random.nextInt(5) == 0 ? "10" : "0." + random.nextInt(10);
            long requests = 1 + random.nextInt(50_000_000);
            InferenceCosts costs =
                    costs(text("own/small", requests, choice).months(months).growth(growth));
            BigDecimal sum = costs.months().stream()
                    .map(MonthCosts::total)
                    .map(Range::expected)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum)
                    .as("seed %d", seed)
                    .isEqualByComparingTo(costs.estimate().total().expected());
            InferenceCosts more =
                    costs(text("own/small", requests * 2, choice).months(months).growth(growth));
            assertThat(gpuHours(more)).isGreaterThanOrEqualTo(gpuHours(costs));
        }
        InferenceCosts endless = costs(text("own/small", 1_000_000_000_000L, choice(null, "1", 1, "1000", "0.01", null))
                .growth("10")
                .months(120));
        assertThat(endless.estimate().total().expected()).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "serving.throughputPerGpu, 0, 1, 1, 1",
        "serving.throughputPerGpu, -1, 1, 1, 1",
        "serving.gpusPerReplica, 1, 0, 1, 1",
        "serving.peakFactor, 1, 1, 0.5, 1",
        "serving.peakFactor, 1, 1, 1001, 1",
        "serving.targetUtilization, 1, 1, 1, 0",
        "serving.targetUtilization, 1, 1, 1, 1.1"
    })
    void nonsenseNamesItsField(String field, String throughput, int gpusOfOne, String peak, String target) {
        assertThat(faults(choice(null, throughput, gpusOfOne, peak, target, null)))
                .containsExactly(field);
    }

    @Test
    void laborNeedsBothItsParts() {
        assertThat(faults(choice(null, null, null, null, null, new Labor(BigDecimal.ONE, null))))
                .containsExactly("serving.labor.hourlyRate");
        assertThat(faults(choice(null, null, null, null, null, new Labor(null, BigDecimal.ONE))))
                .containsExactly("serving.labor.hours");
    }

    private static List<String> faults(ServingChoice choice) {
        return Objects.requireNonNull(
                        catchThrowableOfType(InvalidInputException.class, () -> costs(text("own/small", 1, choice))))
                .violations()
                .stream()
                .map(Violation::field)
                .toList();
    }

    /** A training job has no workload to size anything for. */
    @Test
    void trainingHasNothingToSize() {
        InvalidInputException fault = catchThrowableOfType(
                InvalidInputException.class, () -> RequestBuilder.request("own/small", RequestBuilder.text(10, "100"))
                        .epochs(1)
                        .serving(choice(1, "1", null, null, null, null))
                        .estimate(CATALOG));
        assertThat(fault.violations()).extracting(Violation::field).containsExactly("serving.throughputPerGpu");
    }
}

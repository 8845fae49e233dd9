package io.epochwise.estimate;

import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.epochwise.estimate.InferenceBuilder.inference;
import static io.epochwise.estimate.TestCatalogs.BUILT_IN;
import static io.epochwise.estimate.TestCatalogs.LAB;
import static org.assertj.core.api.Assertions.assertThat;

/** The months of inference are its lines cut another way. */
class MonthCostsTest {
    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    private static InferenceBuilder drawn(long seed) {
        Random random = new Random(seed);
        List<String> offerings =
                List.of("forge/whole", "forge/free-writes", "openai/gpt-4o-2024-08-06", "anthropic/claude-sonnet-5");
        String offering = offerings.get(random.nextInt(offerings.size()));
        InferenceBuilder request = inference(offering)
                .asOf("2026-09-01")
                .requests(1L + random.nextInt(1_000_000))
                .growth(new BigDecimal(random.nextInt(40) - 20).movePointLeft(2).toPlainString())
                .months(1 + random.nextInt(30))
                .tokens(random.nextInt(12_000), random.nextInt(12_000), random.nextInt(3_000))
                .attempts("0." + (1 + random.nextInt(9)), 1 + random.nextInt(4))
                .fallbackCost(random.nextBoolean() ? "1.25" : null)
                .batchShare(random.nextBoolean() ? "0.25" : null)
                .hitRate(random.nextBoolean() ? "0." + random.nextInt(10) : null)
                .examples(random.nextInt(4), (long) random.nextInt(900));
        if (random.nextBoolean()) {
            request.image(1 + random.nextInt(3_000), 1 + random.nextInt(3_000), Detail.HIGH, 1 + random.nextInt(3));
        }
        return offering.startsWith("openai") && random.nextBoolean() ? request.tuned() : request;
    }

    private static InferenceCosts costs(InferenceBuilder request) {
        InferenceRequest built = request.build();
        return PreparedInference.of(built.offering().startsWith("forge") ? LAB : BUILT_IN, built, RequestBuilder.TODAY)
                .costs(built.workload());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theMonthsAddUpToTheTotal(long seed) {
        InferenceCosts costs = costs(drawn(seed));
        assertThat(costs.estimate().total()).as("priced").isNotNull();
        Range sum = costs.months().stream().map(MonthCosts::total).reduce(Range.ZERO, Range::plus);
        assertThat(sum.asAmount()).isEqualTo(costs.estimate().total());
        assertThat(costs.months()).extracting(MonthCosts::month).startsWith(1).isSorted();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMonthIsItsCallsAndItsTime(long seed) {
        for (MonthCosts month : costs(drawn(seed)).months()) {
            assertThat(month.call()
                            .expected()
                            .total()
                            .multiply(month.calls())
                            .add(month.byTime().expected())
                            .add(month.fallback().expected()))
                    .isEqualByComparingTo(month.total().expected());
            assertThat(month.call().low().total())
                    .isGreaterThanOrEqualTo(BigDecimal.ZERO)
                    .isLessThanOrEqualTo(month.call().high().total());
        }
    }

    @Test
    void timeIsTheSameInEachMonthUntilACommitmentIsLeftOver() {
        ServingChoice committed = ServingChoice.of(null, "commitment-3-months", 2, null);
        List<MonthCosts> months = costs(
                        inference("forge/committed").tuned().serving(committed).months(2))
                .months();
        assertThat(months).hasSize(2);
        BigDecimal first = months.get(0).byTime().expected();
        assertThat(first).isEqualByComparingTo("8760");
        assertThat(months.get(1).byTime().expected()).isEqualByComparingTo("17520");
        assertThat(months.get(0).call().expected().total()).isZero();
    }

    @Test
    void monthsAfterTheEndDoNotExist() {
        InferenceCosts costs = costs(inference("openai/gpt-4o-2024-08-06")
                .tuned()
                .asOf("2026-11-01")
                .months(60)
                .tokens(100, 100, 100));
        assertThat(costs.estimate().availability().until()).isNotNull();
        MonthCosts last = costs.months().get(costs.months().size() - 1);
        assertThat(last.day()).isBefore(costs.estimate().availability().until());
        assertThat(last.day().plusMonths(1))
                .isAfterOrEqualTo(costs.estimate().availability().until());
    }
}

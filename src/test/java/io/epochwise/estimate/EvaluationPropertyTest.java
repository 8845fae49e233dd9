package io.epochwise.estimate;

import io.epochwise.catalog.Benchmark;
import io.epochwise.catalog.Offering;
import io.epochwise.money.Range;
import io.epochwise.token.TokenRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.epochwise.estimate.EvaluationBuilder.evaluation;
import static io.epochwise.estimate.InferenceBuilder.imageOf;
import static io.epochwise.estimate.TestCatalogs.BUILT_IN;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every evaluation, tried on requests drawn from seeds. */
class EvaluationPropertyTest {
    private static final List<String> OFFERINGS = BUILT_IN.offerings().stream()
            .filter(Offering::takesImages)
            .map(Offering::id)
            .toList();
    private static final List<String> BENCHMARKS = BUILT_IN.benchmarks().stream()
            .map(Benchmark::id)
            .filter(id -> !id.equals("textvqa"))
            .toList();

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static EvaluationBuilder drawn(long seed) {
        Random random = new Random(seed);
        EvaluationBuilder request = evaluation(one(random, OFFERINGS)).benchmark(one(random, BENCHMARKS));
        if (random.nextBoolean()) {
            request.tuned();
        }
        if (random.nextBoolean()) {
            request.limit(1L + random.nextInt(900)).runs(1 + random.nextInt(4));
        }
        if (random.nextBoolean()) {
            request.staticPrompt((long) random.nextInt(3_000));
        }
        if (random.nextInt(4) == 0) {
            request.examples(random.nextInt(4), (long) random.nextInt(300), imageOf(900, 700, null, null));
        }
        if (random.nextInt(4) == 0) {
            request.batch();
        }
        if (random.nextInt(4) == 0) {
            request.judge(
                    "openai/gpt-4.1",
                    new BigDecimal(random.nextInt(101)).movePointLeft(2).toString(),
                    300L,
                    20L);
        }
        return random.nextInt(4) == 0 ? request.chainOfThought() : request;
    }

    /** Every offering and benchmark has an answer, and a total is the sum of its lines. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void linesAddUpAndSayHow(long seed) {
        Estimate estimate = drawn(seed).estimate(BUILT_IN);
        Range sum = Range.ZERO;
        boolean priced = true;
        for (EstimateLine line : estimate.lines()) {
            assertThat(line.code().toString()).doesNotStartWith("inference");
            assertThat(line.formula()).doesNotContain("month").doesNotContain("requests");
            priced &= !line.unpriced();
            if (!line.unpriced()) {
                assertThat(line.quantity().multiply(line.unitPrice()).divide(line.per()))
                        .isEqualByComparingTo(line.amount().expected());
                assertThat(line.formula()).contains(line.quantity().toPlainString());
                sum = sum.plus(line.amount());
            }
        }
        assertThat(estimate.total()).isEqualTo(priced ? sum.asAmount() : null);
        assertThat(estimate.warnings()).noneMatch(warning -> warning.text().contains("workload"));
    }

    /** The lines of the evaluated model hold the tokens that are counted, where tokens are billed. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLinesHoldTheTokens(long seed) {
        EvaluationCosts costs = drawn(seed).costs(BUILT_IN);
        BigDecimal billed = costs.estimate().lines().stream()
                .filter(line -> line.code().toString().startsWith("evaluation.")
                        && !line.code().toString().contains("judge"))
                .map(EstimateLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        EvaluationTokens tokens = costs.run().tokens();
        boolean byTime = costs.estimate().lines().stream()
                .anyMatch(line -> line.code().toString().startsWith("serving"));
        assertThat(billed)
                .isEqualByComparingTo(BigDecimal.valueOf(
                        byTime ? 0 : tokens.input().expected() + tokens.output().expected()));
        assertThat(tokens.input().expected())
                .isEqualTo(tokens.text().expected()
                        + tokens.images().expected()
                        + tokens.overhead().expected());
    }

    /** As many runs are as many times the tokens; a question more is never less. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moreQuestionsAndRunsAreMore(long seed) {
        long questions = 1 + new Random(seed).nextInt(800);
        EvaluationRun run = drawn(seed).limit(questions).runs(1).costs(BUILT_IN).run();
        EvaluationRun runs =
                drawn(seed).limit(questions).runs(3).costs(BUILT_IN).run();
        EvaluationRun more =
                drawn(seed).limit(questions + 1).runs(1).costs(BUILT_IN).run();
        assertThat(runs.tokens().input()).isEqualTo(run.tokens().input().times(3));
        assertThat(runs.images()).isEqualTo(3 * run.images());
        TokenRange one = run.tokens().input();
        TokenRange other = more.tokens().input();
        assertThat(other.low()).isGreaterThan(one.low());
        assertThat(other.expected()).isGreaterThan(one.expected());
        assertThat(other.high()).isGreaterThan(one.high());
        assertThat(more.images()).isGreaterThanOrEqualTo(run.images());
    }
}

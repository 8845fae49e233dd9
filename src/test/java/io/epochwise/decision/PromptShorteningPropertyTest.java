package io.epochwise.decision;

import io.epochwise.estimate.FewShotExamples;
import io.epochwise.estimate.Workload;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static io.epochwise.decision.DecisionLab.CATALOG;
import static io.epochwise.decision.DecisionLab.TODAY;
import static io.epochwise.decision.DecisionLab.plan;
import static io.epochwise.decision.DecisionLab.use;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every answer on prompt shortening, tried on thousands of questions drawn from seeds. */
class PromptShorteningPropertyTest {
    private static final int CASES = 2_000;
    private static final List<String> TUNED = List.of("acme/seer", "acme/mortal", "acme/kept", "acme/torn");

    private static PromptShorteningRequest drawn(long seed) {
        Random random = new Random(seed);
        long requests = 1L + random.nextInt(2_000_000);
        String growth = random.nextBoolean() ? null : part(random.nextInt(40) - 15);
        Workload before = workload(random, requests, growth, 1 + random.nextInt(6_000), 4);
        Workload after = workload(random, requests, growth, random.nextInt(1_500), 1);
        return new PromptShorteningRequest(
                use(random.nextBoolean() ? "acme/seer" : "acme/torn", before),
                use(TUNED.get(random.nextInt(TUNED.size())), after),
                plan(1 + random.nextInt(20_000), "500", random.nextBoolean() ? "3000" : null),
                1 + random.nextInt(30),
                random.nextInt(3) == 0 ? 1 + random.nextInt(12) : null,
                null,
                null,
                null,
                null);
    }

    private static Workload workload(Random random, long requests, String growth, long staticPrompt, int examples) {
        FewShotExamples shown =
                new FewShotExamples(Range.exactly(random.nextInt(examples)), Range.exactly(random.nextInt(800)), null);
        return DecisionLab.workload(
                requests,
                growth,
                staticPrompt,
                shown,
                random.nextInt(300),
                random.nextInt(400),
                random.nextBoolean() ? part(random.nextInt(100)) : null,
                random.nextBoolean() ? part(random.nextInt(100)) : null,
                part(1 + random.nextInt(100)),
                Integer.toString(1 + random.nextInt(3)),
                random.nextBoolean() ? "0.002" : null);
    }

    private static String part(int percent) {
        return BigDecimal.valueOf(percent, 2).toPlainString();
    }

    /** Asked once, looked at by several tests. */
    private static final List<PromptShorteningAnswer> ANSWERS = LongStream.range(0, CASES)
            .mapToObj(PromptShorteningPropertyTest::ask)
            .toList();

    private static PromptShorteningAnswer ask(long seed) {
        return PromptShortening.of(CATALOG, drawn(seed), TODAY);
    }

    private static PromptShorteningAnswer answer(long seed) {
        return ANSWERS.get((int) seed);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** In every month, in the first, for a request, and in all. */
    @Test
    void causesAddUpToTheSaving() {
        for (long seed = 0; seed < CASES; seed++) {
            PromptShorteningAnswer answer = answer(seed);
            for (SimulatedMonth month : answer.months()) {
                BigDecimal difference =
                        month.baseline().expected().subtract(month.tuned().expected());
                assertThat(month.saving().expected()).as("seed %d", seed).isEqualByComparingTo(difference);
                assertThat(sum(month.causes().stream()
                                .map(part -> part.amount().expected())
                                .toList()))
                        .as("seed %d", seed)
                        .isEqualByComparingTo(difference);
            }
            if (answer.months().isEmpty()) {
                continue;
            }
            SimulatedMonth first = answer.months().get(0);
            List<CauseSaving> causes = answer.causes();
            assertThat(sum(causes.stream()
                            .map(cause -> cause.monthly().expected())
                            .toList()))
                    .isEqualByComparingTo(first.saving().expected());
            Difference request = answer.perRequest();
            assertThat(sum(causes.stream()
                            .map(cause -> cause.perRequest().expected())
                            .toList()))
                    .isEqualByComparingTo(request.saving().expected())
                    .isEqualByComparingTo(request.baseline()
                            .expected()
                            .subtract(request.tuned().expected()));
            assertThat(sum(causes.stream()
                                    .map(cause -> cause.total().expected())
                                    .toList())
                            .subtract(answer.upFront().total().expected()))
                    .isEqualByComparingTo(answer.total().saving().expected());
        }
    }

    @Test
    void theSeriesEndsAtTheTotalAndGrowsByItsMonths() {
        for (long seed = 0; seed < CASES; seed++) {
            PromptShorteningAnswer answer = answer(seed);
            Range baseline = Range.ZERO;
            Range tuned = answer.upFront().total();
            for (SimulatedMonth month : answer.months()) {
                baseline = baseline.plus(month.baseline());
                tuned = tuned.plus(month.tuned());
                assertThat(month.cumulativeBaseline()).isEqualTo(baseline.asAmount());
                assertThat(month.cumulativeTuned()).isEqualTo(tuned.asAmount());
            }
            assertThat(answer.total().baseline()).isEqualTo(baseline.asAmount());
            assertThat(answer.total().tuned()).isEqualTo(tuned.asAmount());
            assertThat(answer.total().saving().expected())
                    .isEqualByComparingTo(baseline.expected().subtract(tuned.expected()));
            assertThat(answer.total().saving().low())
                    .isGreaterThanOrEqualTo(baseline.low().subtract(tuned.high()));
            assertThat(answer.total().saving().high())
                    .isLessThanOrEqualTo(baseline.high().subtract(tuned.low()));
        }
    }

    @Test
    void breakEvenIsTheFirstMonthAtWhichTheSeriesCross() {
        int paidBack = 0;
        int afterShutdown = 0;
        int never = 0;
        for (long seed = 0; seed < CASES; seed++) {
            PromptShorteningAnswer answer = answer(seed);
            BreakEven breakEven = answer.breakEven();
            Integer first = null;
            for (SimulatedMonth month : answer.months()) {
                boolean crossed = month.cumulativeTuned()
                                .expected()
                                .compareTo(month.cumulativeBaseline().expected())
                        <= 0;
                if (crossed && first == null) {
                    first = month.month();
                }
            }
            assertThat(breakEven.month()).as("seed %d", seed).isEqualTo(first);
            switch (breakEven.verdict()) {
                case MONTH -> {
                    paidBack++;
                    assertThat(breakEven.earliestMonth()).isLessThanOrEqualTo(first);
                    assertThat(breakEven.latestMonth())
                            .satisfiesAnyOf(latest -> assertThat(latest).isNull(), latest -> assertThat(latest)
                                    .isGreaterThanOrEqualTo(breakEven.month()));
                    assertThat(breakEven.requests())
                            .isLessThanOrEqualTo(sum(answer.months().subList(0, first).stream()
                                            .map(SimulatedMonth::requests)
                                            .toList())
                                    .setScale(0, RoundingMode.CEILING))
                            .isGreaterThanOrEqualTo(sum(answer.months().subList(0, first - 1).stream()
                                    .map(SimulatedMonth::requests)
                                    .toList()));
                }
                case AFTER_SHUTDOWN -> {
                    afterShutdown++;
                    assertThat(answer.horizon().counted())
                            .isLessThan(answer.horizon().asked());
                }
                default -> never++;
            }
        }
        assertThat(List.of(paidBack, afterShutdown, never))
                .as("each verdict is tried")
                .allMatch(count -> count > 10);
    }

    /**
     * Without retraining and at the same prices in all months, n requests save n x s, and u is paid first: the month is the first
     * with r ((1+g)^m - 1) / g x s >= u, or r m s >= u without growth.
     */
    @Test
    void theClosedFormAgrees() {
        MathContext digits = new MathContext(60);
        int compared = 0;
        for (long seed = 0; seed < CASES; seed++) {
            PromptShorteningRequest drawn = drawn(seed);
            PromptShorteningRequest request = new PromptShorteningRequest(
                    use("acme/seer", drawn.baseline().workload()),
                    use("acme/seer", drawn.tuned().workload()),
                    drawn.training(),
                    60,
                    null,
                    null,
                    null,
                    null,
                    null);
            ShorteningRun run = PromptShortening.expected(CATALOG, request, TODAY);
            BigDecimal saving = run.pairs().get(0).savingInAll().expected();
            if (saving.signum() <= 0) {
                assertThat(run.breakEvenMonth()).isZero();
                continue;
            }
            Range growth = request.baseline().workload().monthlyGrowth();
            BigDecimal paid = run.upFront().total().expected();
            int closed = 0;
            for (int month = 1; month <= 60 && closed == 0; month++) {
                BigDecimal months = growth == null || growth.expected().signum() == 0
                        ? BigDecimal.valueOf(month)
                        : BigDecimal.ONE
                                .add(growth.expected())
                                .pow(month)
                                .subtract(BigDecimal.ONE)
                                .divide(growth.expected(), digits);
                if (saving.multiply(months).round(new MathContext(30)).compareTo(paid) >= 0) {
                    closed = month;
                }
            }
            assertThat(run.breakEvenMonth()).as("seed %d", seed).isEqualTo(closed);
            compared++;
        }
        assertThat(compared).isGreaterThan(100);
    }

    /** What is solved for does it, and a little less does not. */
    @Test
    void thresholdsAreExact() {
        int solved = 0;
        for (long seed = 0; seed < 150; seed++) {
            PromptShorteningRequest request = drawn(seed);
            for (Threshold threshold : answer(seed).thresholds()) {
                if (threshold.value() == null) {
                    continue;
                }
                BigDecimal beyond = threshold.value().add(step(threshold.input()));
                if (threshold.input() != ThresholdInput.TUNED_PRICE_FACTOR) {
                    assertThat(net(with(request, threshold.input(), threshold.value()), threshold.byMonth()))
                            .as("seed %d %s", seed, threshold)
                            .isGreaterThanOrEqualTo(BigDecimal.ZERO);
                    if (isPossible(threshold.input(), beyond)) {
                        assertThat(net(with(request, threshold.input(), beyond), threshold.byMonth()))
                                .as("seed %d %s", seed, threshold)
                                .isLessThan(BigDecimal.ZERO);
                    }
                    solved++;
                }
            }
        }
        assertThat(solved).isGreaterThan(200);
    }

    private static BigDecimal step(ThresholdInput input) {
        return switch (input) {
            case TUNED_STATIC_PROMPT_TOKENS -> BigDecimal.ONE;
            case REQUESTS_PER_MONTH -> BigDecimal.ONE.negate();
            case TUNED_FIRST_PASS_ACCURACY -> new BigDecimal("-0.0001");
            case TUNED_PRICE_FACTOR -> BigDecimal.ZERO;
        };
    }

    private static boolean isPossible(ThresholdInput input, BigDecimal value) {
        return value.signum() > 0 && value.compareTo(BigDecimal.valueOf(1_000_000_000)) <= 0;
    }

    private static PromptShorteningRequest with(
            PromptShorteningRequest request, ThresholdInput input, BigDecimal value) {
        Range range = Range.exactly(value);
        Workload before = request.baseline().workload();
        Workload after = request.tuned().workload();
        return switch (input) {
            case TUNED_STATIC_PROMPT_TOKENS ->
                request.with(
                        request.baseline(), request.tuned().with(after.withStaticPrompt(range)), request.training());
            case REQUESTS_PER_MONTH ->
                request.with(
                        request.baseline().with(before.withRequests(range)),
                        request.tuned().with(after.withRequests(range)),
                        request.training());
            case TUNED_FIRST_PASS_ACCURACY ->
                request.with(request.baseline(), request.tuned().with(after.withAccuracy(range)), request.training());
            case TUNED_PRICE_FACTOR -> request;
        };
    }

    private static BigDecimal net(PromptShorteningRequest request, int month) {
        return PromptShortening.expected(CATALOG, request, TODAY).net(month);
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        List<PromptShorteningAnswer> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(ask(7));
        }
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
    }
}

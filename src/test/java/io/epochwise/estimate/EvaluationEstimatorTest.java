package io.epochwise.estimate;

import io.epochwise.catalog.ServingMode;
import io.epochwise.dataset.ImageTokenCount;
import io.epochwise.dataset.ImageTokenRequest;
import io.epochwise.dataset.Severity;
import io.epochwise.money.Range;
import io.epochwise.policy.Verdict;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.RuleParameters;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.estimate.EvaluationBuilder.evaluation;
import static io.epochwise.estimate.InferenceBuilder.imageOf;
import static io.epochwise.estimate.TestCatalogs.BUILT_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What an evaluation costs; expected amounts are worked out by hand from the prices and sizes of the sources. */
class EvaluationEstimatorTest {
    private static final String GPT_4O = "openai/gpt-4o-2024-08-06";

    private static Range range(String low, String expected, String high) {
        return new Range(new BigDecimal(low), new BigDecimal(expected), new BigDecimal(high));
    }

    private static EstimateLine line(Estimate estimate, LineCode code) {
        List<EstimateLine> lines =
                estimate.lines().stream().filter(line -> line.code() == code).toList();
        assertThat(lines).as(code.toString()).hasSize(1);
        return lines.get(0);
    }

    private static List<LineCode> codes(Estimate estimate) {
        return estimate.lines().stream().map(EstimateLine::code).toList();
    }

    private static List<WarningCode> warnings(Estimate estimate) {
        return estimate.warnings().stream().map(Warning::code).toList();
    }

    private static Warning warning(Estimate estimate, WarningCode code) {
        return estimate.warnings().stream()
                .filter(warning -> warning.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static Assumption assumption(Estimate estimate, AssumptionCode code) {
        return estimate.assumptions().stream()
                .filter(assumption -> assumption.code() == code)
                .findFirst()
                .orElseThrow();
    }

    /** DocVQA on GPT-4o: 5,349 pages; 12 + 11 tokens of text, 7 around them (OA-PRICE-26: 2.50 and 10.00). */
    @Nested
    class DocVqa {
        private final EvaluationBuilder docvqa =
                evaluation(GPT_4O).benchmark("docvqa").asOf("2026-11-23");

        /** OA-IMG-NEW: 1700 x 2200 is 765 tokens, 593 x 294 in 2 tiles 425, 5367 x 7184 in 6 tiles 1,105. */
        @Test
        void isPricedClassByClass() {
            Estimate estimate = docvqa.estimate(BUILT_IN);
            assertThat(codes(estimate))
                    .containsExactly(
                            LineCode.EVALUATION_QUESTIONS,
                            LineCode.EVALUATION_IMAGES,
                            LineCode.EVALUATION_OVERHEAD,
                            LineCode.EVALUATION_OUTPUT);
            EstimateLine images = line(estimate, LineCode.EVALUATION_IMAGES);
            assertThat(images.formula()).isEqualTo("5349 questions x 765 tokens = 4091985; 4091985 / 1000000 x 2.50");
            assertThat(images.amount()).isEqualTo(range("5.6833125", "10.2299625", "14.7766125"));
            // 5,349 x (23 + 765 + 7) x 2.50 + 5,349 x 7 x 10.00, per million
            assertThat(estimate.total()).isEqualTo(range("6.1379775", "11.0055675", "16.8894675"));
            assertThat(estimate.availability().verdict()).isEqualTo(Verdict.AVAILABLE);
        }

        @Test
        void saysWhatIsAssumed() {
            Estimate estimate = docvqa.estimate(BUILT_IN);
            assertThat(assumption(estimate, AssumptionCode.DEFAULT_SPLIT).value())
                    .isEqualTo("validation");
            assertThat(assumption(estimate, AssumptionCode.DEFAULT_SPLIT).text())
                    .contains("5349", "HF-PIXPARSE");
            assertThat(assumption(estimate, AssumptionCode.BENCHMARK_IMAGES).value())
                    .isEqualTo("1700 x 2200");
            assertThat(assumption(estimate, AssumptionCode.BENCHMARK_IMAGES).text())
                    .contains("grade derived", "593 x 294 and 5367 x 7184");
            assertThat(assumption(estimate, AssumptionCode.QUESTION_TOKENS).value())
                    .isEqualTo("12");
            assertThat(assumption(estimate, AssumptionCode.ANSWER_TOKENS).text())
                    .contains("7 tokens, at most 32");
        }

        @Test
        void asksOnlyAsManyAsTheLimit() {
            EvaluationCosts costs = docvqa.limit(100L).costs(BUILT_IN);
            assertThat(costs.run().questions()).isEqualTo(100);
            assertThat(costs.run().questionsOfSet()).isEqualTo(5349);
            assertThat(costs.run().images()).isEqualTo(100);
            assertThat(costs.estimate().total().expected()).isEqualByComparingTo("0.20575");
        }

        @Test
        void asksAgainInEachRun() {
            EvaluationCosts costs = docvqa.limit(100L).runs(3).costs(BUILT_IN);
            assertThat(costs.run().answers()).isEqualTo(300);
            assertThat(costs.run().images()).isEqualTo(300);
            assertThat(costs.estimate().total().expected()).isEqualByComparingTo("0.61725");
            assertThat(line(costs.estimate(), LineCode.EVALUATION_IMAGES).formula())
                    .startsWith("100 questions x 3 runs x 765 tokens = 229500; ");
        }

        /** OA-PRICE-26: half of it. */
        @Test
        void costsHalfInBatches() {
            Estimate estimate = docvqa.limit(100L).batch().estimate(BUILT_IN);
            assertThat(estimate.total().expected()).isEqualByComparingTo("0.102875");
            assertThat(line(estimate, LineCode.EVALUATION_IMAGES).formula())
                    .isEqualTo("100 questions in batches x 765 tokens = 76500; 76500 / 1000000 x 1.25");
        }

        /** OA-PRICE-25: 3.75 and 15.00. */
        @Test
        void costsMoreOnceTuned() {
            Estimate estimate = docvqa.limit(100L).tuned().estimate(BUILT_IN);
            assertThat(estimate.total().expected()).isEqualByComparingTo("0.308625");
            assertThat(warning(estimate, WarningCode.NO_PUBLISHED_COMPARISON).severity())
                    .isEqualTo(Severity.INFO);
            assertThat(warnings(docvqa.limit(1L).estimate(BUILT_IN))).contains(WarningCode.NO_PUBLISHED_COMPARISON);
        }

        @Test
        void costsLessWithADiscount() {
            Estimate estimate = docvqa.limit(100L).discount("50").estimate(BUILT_IN);
            assertThat(estimate.total().expected()).isEqualByComparingTo("0.102875");
        }

        /** 2,048 tokens before every question, of which the cache gives all but the first call: 2.50 against 1.25. */
        @Test
        void mayHaveAPromptInFront() {
            Estimate estimate =
                    docvqa.limit(1000L).staticPrompt(2048L).hitRate("0.5").estimate(BUILT_IN);
            assertThat(line(estimate, LineCode.EVALUATION_STATIC_PROMPT).quantity())
                    .isEqualByComparingTo("1024000");
            assertThat(line(estimate, LineCode.EVALUATION_CACHED_INPUT).quantity())
                    .isEqualByComparingTo("1024000");
            assertThat(warnings(estimate)).doesNotContain(WarningCode.CACHE_EXPIRES);
        }

        @Test
        void mayShowExamplesFirst() {
            Estimate estimate = docvqa.limit(10L)
                    .examples(2, 50L, imageOf(1700, 2200, null, null))
                    .estimate(BUILT_IN);
            assertThat(line(estimate, LineCode.EVALUATION_FEW_SHOT_TEXT).quantity())
                    .isEqualByComparingTo("1000");
            assertThat(line(estimate, LineCode.EVALUATION_FEW_SHOT_IMAGES).quantity())
                    .isEqualByComparingTo("15300");
        }

        /** What is known better than the catalog takes the place of its estimates, and of the range. */
        @Test
        void takesBetterNumbers() {
            Estimate estimate = docvqa.limit(1000L)
                    .set(null, 30L, 5L, imageOf(1275, 1650, null, null))
                    .estimate(BUILT_IN);
            // (30 + 765 + 7) x 2.50 + 5 x 10.00
            assertThat(estimate.total()).isEqualTo(range("2.055", "2.055", "2.055"));
            assertThat(estimate.assumptions())
                    .extracting(Assumption::code)
                    .containsExactly(AssumptionCode.DEFAULT_SPLIT, AssumptionCode.DEFAULT_TIER);
        }
    }

    /** 900 questions with 980 images: 820 with one, 80 with two. 800 x 500 is 425 tokens (OA-IMG-NEW). */
    @Nested
    class Mmmu {
        private final EvaluationBuilder mmmu =
                evaluation(GPT_4O).benchmark("mmmu").asOf("2026-11-23");

        @Test
        void countsEveryImageOnce() {
            EvaluationCosts costs = mmmu.costs(BUILT_IN);
            assertThat(costs.run().images()).isEqualTo(980);
            EstimateLine images = line(costs.estimate(), LineCode.EVALUATION_IMAGES);
            assertThat(images.quantity()).isEqualByComparingTo("416500");
            assertThat(images.formula())
                    .isEqualTo("820 questions x 425 tokens = 348500 and 80 questions x 850 tokens = 68000; 416500 /"
                            + " 1000000 x 2.50");
            // 255 tokens for 70 x 67, 765 for 2560 x 2133
            assertThat(images.amount()).isEqualTo(range("0.62475", "1.04125", "1.87425"));
            assertThat(assumption(costs.estimate(), AssumptionCode.IMAGES_SPREAD)
                            .text())
                    .contains("820 with 1, 80 with 2");
        }

        /** MMMU-README: its answers are withheld. */
        @Test
        void warnsOfWithheldAnswers() {
            Estimate estimate = mmmu.split("test").limit(1L).estimate(BUILT_IN);
            assertThat(warning(estimate, WarningCode.ANSWERS_NOT_PUBLIC).severity())
                    .isEqualTo(Severity.WARNING);
            assertThat(warnings(mmmu.split("validation").estimate(BUILT_IN)))
                    .doesNotContain(WarningCode.ANSWERS_NOT_PUBLIC);
        }

        @Test
        void saysThatTheHarnessChangesTheScore() {
            Warning warning = warning(mmmu.estimate(BUILT_IN), WarningCode.HARNESS_CHANGES_SCORE);
            assertThat(warning.severity()).isEqualTo(Severity.INFO);
            assertThat(warning.text())
                    .contains("50.67 in lmms-eval", "54.78 in VLMEvalKit", "and say which", "LMMS-EVAL-MMMU");
        }
    }

    @Test
    void whetherAnswersArePublicIsSaidToBeUnknown() {
        Estimate estimate =
                evaluation(GPT_4O).benchmark("docvqa").split("test").limit(1L).estimate(BUILT_IN);
        assertThat(warning(estimate, WarningCode.ANSWERS_NOT_PUBLIC).severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void aDisputedSizeIsSaid() {
        Estimate estimate =
                evaluation(GPT_4O).benchmark("ai2d").split("train").limit(1L).estimate(BUILT_IN);
        assertThat(assumption(estimate, AssumptionCode.SPLIT_SIZE_DISPUTED).text())
                .contains("11389 are taken", "12,413 by InternVL");
    }

    /** Of 4,241 questions 2,017 have an image. */
    @Test
    void questionsWithoutAnImageHaveNone() {
        EvaluationCosts costs =
                evaluation(GPT_4O).benchmark("scienceqa").split("test").costs(BUILT_IN);
        assertThat(costs.run().images()).isEqualTo(2017);
        assertThat(line(costs.estimate(), LineCode.EVALUATION_IMAGES).formula()).startsWith("2017 questions x ");
        assertThat(line(costs.estimate(), LineCode.EVALUATION_QUESTIONS).quantity())
                .isEqualByComparingTo(BigDecimal.valueOf(4241L * 93));
    }

    /** Where no typical size is known, expected is halfway: 187 x 18 to 5236 x 3491. */
    @Test
    void withoutATypicalSizeTheMiddleIsExpected() {
        Estimate estimate = evaluation(GPT_4O).benchmark("mathvista").estimate(BUILT_IN);
        assertThat(assumption(estimate, AssumptionCode.BENCHMARK_IMAGES).value())
                .isEqualTo("2711 x 1754");
        assertThat(assumption(estimate, AssumptionCode.BENCHMARK_IMAGES).text()).contains("halfway");
        Range images = line(estimate, LineCode.EVALUATION_IMAGES).amount();
        assertThat(images.low()).isLessThan(images.expected());
    }

    /** Neither the length of TextVQA's questions nor the size of its images is known, and that is not zero. */
    @Test
    void whatIsNotKnownHasNoTotal() {
        EvaluationCosts costs = evaluation(GPT_4O).benchmark("textvqa").costs(BUILT_IN);
        assertThat(costs.estimate().total()).isNull();
        assertThat(line(costs.estimate(), LineCode.EVALUATION_QUESTIONS).unpriced())
                .isTrue();
        assertThat(line(costs.estimate(), LineCode.EVALUATION_IMAGES).quantity())
                .isNull();
        assertThat(costs.estimate().warnings())
                .filteredOn(warning -> warning.code() == WarningCode.TOKENS_UNKNOWN)
                .extracting(Warning::text)
                .anyMatch(text -> text.contains("set.promptTokens"))
                .anyMatch(text -> text.contains("set.images"));
        assertThat(costs.run().images()).isNull();
        assertThat(costs.run().tokens().input()).isNull();
        Estimate told = evaluation(GPT_4O)
                .benchmark("textvqa")
                .set(null, 20L, null, imageOf(1024, 768, null, null))
                .estimate(BUILT_IN);
        assertThat(told.total()).isNotNull();
        assertThat(warnings(told)).doesNotContain(WarningCode.TOKENS_UNKNOWN);
    }

    /** 3912 x 21253 is 81,795 patches, and this model takes 30,000 at most. */
    @Test
    void imagesThatAreRejectedAtTheirLargestAreSaid() {
        Estimate estimate =
                evaluation("openai/gpt-5.6-luna").benchmark("ocrbench-v2").estimate(BUILT_IN);
        assertThat(warning(estimate, WarningCode.IMAGES_REJECTED).text())
                .startsWith("At the most of all: ")
                .contains("an image of 3912 x 21253 pixels", "leave such images out")
                .doesNotContain("workload");
        assertThat(estimate.total()).isNotNull();
    }

    @Test
    void aModelWithoutImagesHasNoPriceForThem() {
        EvaluationCosts costs =
                evaluation("openai/gpt-3.5-turbo").benchmark("mmmu").costs(BUILT_IN);
        assertThat(costs.estimate().total()).isNull();
        assertThat(line(costs.estimate(), LineCode.EVALUATION_IMAGES).unpriced())
                .isTrue();
        assertThat(costs.run().tokens().images()).isNull();
        assertThat(costs.run().tokens().text()).isNotNull();
    }

    @Test
    void aModelThatIsGoneHasNoPrice() {
        Estimate estimate =
                evaluation(GPT_4O).benchmark("mmmu").asOf("2027-03-01").estimate(BUILT_IN);
        assertThat(estimate.total()).isNull();
        assertThat(estimate.lines()).isNotEmpty().allMatch(EstimateLine::unpriced);
        assertThat(estimate.availability().verdict()).isEqualTo(Verdict.RETIRED);
        assertThat(warnings(estimate)).contains(WarningCode.INFERENCE_CLOSED);
    }

    @Nested
    class WithReasoning {
        /** 16,384 tokens at most; 1,000 answers at 10.00. */
        @Test
        void theLimitOfTheTaskIsTheMost() {
            Estimate estimate = evaluation(GPT_4O)
                    .benchmark("mathvista")
                    .chainOfThought()
                    .asOf("2026-11-23")
                    .estimate(BUILT_IN);
            assertThat(line(estimate, LineCode.EVALUATION_OUTPUT).amount()).isEqualTo(range("0.01", "81.92", "163.84"));
            assertThat(assumption(estimate, AssumptionCode.REASONING_TOKENS).text())
                    .contains("16384");
        }

        /** LMMS-EVAL: 49,152 in the reasoning variants of many tasks. */
        @Test
        void elseThatOfTheHarness() {
            Estimate estimate =
                    evaluation(GPT_4O).benchmark("docvqa").chainOfThought().estimate(BUILT_IN);
            assertThat(assumption(estimate, AssumptionCode.REASONING_TOKENS).text())
                    .contains("49152");
        }

        @Test
        void whatIsSaidOfAnswersGoesFirst() {
            Estimate estimate = evaluation(GPT_4O)
                    .benchmark("mathvista")
                    .chainOfThought()
                    .set(null, null, 900L)
                    .estimate(BUILT_IN);
            assertThat(line(estimate, LineCode.EVALUATION_OUTPUT).quantity()).isEqualByComparingTo("900000");
            assertThat(warnings(estimate)).contains(WarningCode.INPUT_NOT_USED);
        }
    }

    @Nested
    class Judged {
        /** OA-PRICE-26, gpt-4.1: 1,000 answers of 300 + 7 tokens at 2.00, and 20 at 8.00. */
        @Test
        void theJudgeHasLinesOfItsOwn() {
            EvaluationCosts costs = evaluation(GPT_4O)
                    .benchmark("mathvista")
                    .judge("openai/gpt-4.1", "1", 300L, 20L)
                    .asOf("2026-11-23")
                    .costs(BUILT_IN);
            Estimate estimate = costs.estimate();
            assertThat(line(estimate, LineCode.EVALUATION_JUDGE_INPUT).amount())
                    .isEqualTo(range("0.60", "0.60", "0.60"));
            assertThat(line(estimate, LineCode.EVALUATION_JUDGE_OVERHEAD).quantity())
                    .isEqualByComparingTo("7000");
            assertThat(line(estimate, LineCode.EVALUATION_JUDGE_OUTPUT).formula())
                    .isEqualTo("1000 judged answers x 20 tokens = 20000; 20000 / 1000000 x 8.00");
            assertThat(costs.run().judgedAnswers()).isEqualTo(Range.exactly(1000));
            assertThat(warnings(estimate)).doesNotContain(WarningCode.JUDGE_NOT_INCLUDED);
        }

        @Test
        void aPartIsRoundedUpToWholeAnswers() {
            EvaluationCosts costs = evaluation(GPT_4O)
                    .benchmark("docvqa")
                    .limit(10L)
                    .judge("openai/gpt-4.1", "0.11", 300L, 20L)
                    .costs(BUILT_IN);
            assertThat(costs.run().judgedAnswers()).isEqualTo(Range.exactly(2));
        }

        /** None at the least: the line starts at nothing. */
        @Test
        void aShareMayBeARange() {
            EvaluationCosts costs = evaluation(GPT_4O)
                    .benchmark("docvqa")
                    .limit(1000L)
                    .judge("openai/gpt-4.1", range("0", "0.1", "0.5"), 300L, 20L)
                    .asOf("2026-11-23")
                    .costs(BUILT_IN);
            assertThat(costs.run().judgedAnswers()).isEqualTo(range("0", "100", "500"));
            assertThat(line(costs.estimate(), LineCode.EVALUATION_JUDGE_INPUT).amount())
                    .isEqualTo(range("0.00", "0.06", "0.30"));
        }

        @Test
        void whatIsNotExpectedMayStillCost() {
            Estimate estimate = evaluation(GPT_4O)
                    .benchmark("docvqa")
                    .limit(1000L)
                    .judge("openai/gpt-4.1", range("0", "0", "0.5"), 300L, 20L)
                    .asOf("2026-11-23")
                    .estimate(BUILT_IN);
            EstimateLine line = line(estimate, LineCode.EVALUATION_JUDGE_INPUT);
            assertThat(line.quantity()).isEqualByComparingTo("0");
            assertThat(line.amount()).isEqualTo(range("0.00", "0.00", "0.30"));
        }

        /** Whatever the hours of a month cost, judging does not take them. */
        @Test
        void aJudgeThatIsBilledByTheHourHasNoPrice() {
            Estimate estimate = evaluation(GPT_4O)
                    .benchmark("docvqa")
                    .judge("self-hosted/gemma-3-27b", "1", 300L, 20L)
                    .estimate(BUILT_IN);
            assertThat(estimate.total()).isNull();
            assertThat(line(estimate, LineCode.EVALUATION_JUDGE_INPUT).unpriced())
                    .isTrue();
            assertThat(codes(estimate)).doesNotContain(LineCode.SERVING_GPU_HOURS);
            assertThat(warning(estimate, WarningCode.RUN_TIME_UNKNOWN).text())
                    .startsWith("Judge: self-hosted/gemma-3-27b");
        }

        @Test
        void aNeededJudgeIsMissed() {
            Estimate estimate = evaluation(GPT_4O).benchmark("mathvista").estimate(BUILT_IN);
            assertThat(warning(estimate, WarningCode.JUDGE_NOT_INCLUDED).severity())
                    .isEqualTo(Severity.WARNING);
        }

        /** LMMS-EVAL-MMMU: VLMEvalKit falls back to a paid judge, lmms-eval to a random guess. */
        @ParameterizedTest
        @CsvSource({"vlmevalkit, true", "lmms-eval, false", "evalscope, false"})
        void aHarnessMayAskOne(String harness, boolean judges) {
            Estimate estimate =
                    evaluation(GPT_4O).benchmark("docvqa").harness(harness).estimate(BUILT_IN);
            assertThat(warnings(estimate).contains(WarningCode.JUDGE_NOT_INCLUDED))
                    .isEqualTo(judges);
        }

        @Test
        void whatIsSaidOfTheJudgeNamesIt() {
            Estimate estimate = evaluation(GPT_4O)
                    .benchmark("docvqa")
                    .judge("openai/gpt-4o-2024-05-13", "1", 300L, 20L)
                    .asOf("2030-01-01")
                    .estimate(BUILT_IN);
            assertThat(estimate.total()).isNull();
            assertThat(estimate.warnings()).extracting(Warning::text).anyMatch(text -> text.startsWith("Judge: "));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "vlmevalkit, vqav2, true",
        "vlmevalkit, docvqa, false",
        "lm-eval, docvqa, true",
        "evalscope, textvqa, true"
    })
    void aHarnessThatLacksTheBenchmarkIsSaid(String harness, String benchmark, boolean lacks) {
        Estimate estimate =
                evaluation(GPT_4O).benchmark(benchmark).harness(harness).estimate(BUILT_IN);
        assertThat(warnings(estimate).contains(WarningCode.HARNESS_LACKS_BENCHMARK))
                .isEqualTo(lacks);
    }

    /** Time is billed where a model is kept ready, and not more than for the run. */
    @Nested
    class ByTime {
        /** MS-LEARN: 1.70 an hour. */
        @Test
        void aDeploymentIsChargedForItsHours() {
            EvaluationBuilder azure = evaluation("azure/gpt-4o-2024-08-06")
                    .benchmark("docvqa")
                    .tier("regional")
                    .tuned()
                    .asOf("2026-11-23");
            Estimate without = azure.estimate(BUILT_IN);
            assertThat(codes(without)).doesNotContain(LineCode.HOSTING);
            assertThat(warnings(without)).contains(WarningCode.HOSTING_NOT_INCLUDED);
            assertThat(without.assumptions())
                    .noneMatch(assumption -> assumption.text().contains("hosting"));
            Estimate with = azure.hostingHours("4").estimate(BUILT_IN);
            assertThat(line(with, LineCode.HOSTING).amount().expected()).isEqualByComparingTo("6.80");
        }

        /** F-OCT07: an hour of an H100 costs 8.00; MMMU's two groups of questions share it. */
        @Test
        void gpusAreChargedForTheirHoursOnce() {
            Estimate estimate = evaluation("fireworks/qwen3-vl-8b-instruct")
                    .benchmark("mmmu")
                    .tuned()
                    .serving(ServingChoice.of(ServingMode.GPU_HOUR, "h100", 1, new BigDecimal("2")))
                    .asOf("2026-11-23")
                    .estimate(BUILT_IN);
            assertThat(codes(estimate)).containsExactly(LineCode.SERVING_GPU_HOURS);
            assertThat(estimate.total().expected()).isEqualByComparingTo("16.00");
            assertThat(estimate.lines().get(0).formula()).startsWith("1 GPUs x 2 hours");
        }

        @Test
        void withoutHoursThereIsNoPrice() {
            EvaluationCosts costs =
                    evaluation("self-hosted/gemma-3-27b").benchmark("mmmu").costs(BUILT_IN);
            assertThat(costs.estimate().total()).isNull();
            assertThat(warnings(costs.estimate()))
                    .contains(WarningCode.RUN_TIME_UNKNOWN)
                    .doesNotContain(WarningCode.PRICE_ASSUMED, WarningCode.PRICE_STALE);
            assertThat(costs.estimate().assumptions())
                    .extracting(Assumption::code)
                    .doesNotContain(AssumptionCode.ALWAYS_ON, AssumptionCode.DEFAULT_GPU);
            assertThat(costs.run().tokens().input().expected()).isPositive();
        }
    }

    @Nested
    class OwnSet {
        @Test
        void isPricedAsItIs() {
            EvaluationCosts costs = evaluation(GPT_4O)
                    .set(500L, 200L, 30L, imageOf(1275, 1650, null, 2))
                    .asOf("2026-11-23")
                    .costs(BUILT_IN);
            // 500 x ((200 + 1530 + 7) x 2.50 + 30 x 10.00)
            assertThat(costs.estimate().total()).isEqualTo(range("2.32125", "2.32125", "2.32125"));
            assertThat(costs.run().images()).isEqualTo(1000);
            assertThat(costs.run().benchmark()).isNull();
            assertThat(costs.run().tokens().input()).isEqualTo(TokenRange.exactly(868_500));
            assertThat(warnings(costs.estimate())).doesNotContain(WarningCode.HARNESS_CHANGES_SCORE);
        }

        @Test
        void mayHaveRanges() {
            Estimate estimate = evaluation(GPT_4O)
                    .set(new EvaluationSet(100L, range("100", "200", "400"), null, range("10", "20", "50")))
                    .asOf("2026-11-23")
                    .estimate(BUILT_IN);
            assertThat(line(estimate, LineCode.EVALUATION_QUESTIONS).amount())
                    .isEqualTo(range("0.025", "0.05", "0.10"));
            assertThat(line(estimate, LineCode.EVALUATION_OUTPUT).amount()).isEqualTo(range("0.01", "0.02", "0.05"));
        }
    }

    /**
     * The table of input tokens of full runs, as of 2026-11-23: millions, to the digits it has. Beside the questions' tokens it
     * counts 15 a question (13 for ChartQA's shorter instruction), which is within the 8 to 15 of its estimate; for MMMU it
     * counts about 108 in all, fewer than 528 characters / 4.
     */
    @ParameterizedTest(name = "{0} on {1}: {3} million")
    @CsvSource({
        "vqav2, gemma-3-27b, 23, 60",
        "vqav2, llava-1.5-7b, 23, 128",
        "vqav2, qwen2.5-vl-7b, 23, 89",
        "vqav2, pixtral-12b, 23, 269",
        "vqav2, internvl3-8b, 23, 719",
        "docvqa, gemma-3-27b, 27, 1.5",
        "docvqa, llava-1.5-7b, 27, 3.2",
        "docvqa, qwen2.5-vl-7b, 27, 25.9",
        "docvqa, pixtral-12b, 27, 17.6",
        "docvqa, internvl3-8b, 27, 18.0",
        "chartqa, gemma-3-27b, 29, 0.7",
        "chartqa, llava-1.5-7b, 29, 1.5",
        "chartqa, qwen2.5-vl-7b, 29, 1.6",
        "chartqa, pixtral-12b, 29, 5.3",
        "chartqa, internvl3-8b, 29, 4.6",
        "mmmu, gemma-3-27b, 108, 0.35",
        "mmmu, llava-1.5-7b, 108, 0.66",
        "mmmu, qwen2.5-vl-7b, 108, 0.61",
        "mmmu, pixtral-12b, 108, 1.7",
        "mmmu, internvl3-8b, 108, 1.9"
    })
    void theTableOfFullRunsIsReproduced(String benchmark, String model, long text, BigDecimal millions) {
        EvaluationRun run = evaluation("self-hosted/" + model)
                .benchmark(benchmark)
                .costs(BUILT_IN)
                .run();
        double tokens = run.tokens().images().expected() + (double) text * run.questions();
        assertThat(tokens / 1e6).isCloseTo(millions.doubleValue(), within(Math.pow(10, -millions.scale()) * 0.5000001));
        // Counted with the model's own encoding and the tokens around a message, it is not far off.
        assertThat(run.tokens().input().expected() / 1e6)
                .isCloseTo(millions.doubleValue(), within(millions.doubleValue() * 0.09));
    }

    /** The range of 256 to 1,280 tokens of Qwen2.5-VL, which the same table has: 89 and 6.8 million. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"vqav2, 640, 480, 23, 89", "docvqa, 1700, 2200, 27, 6.8"})
    void theTableOfFullRunsIsReproducedWithACap(
            String benchmark, int width, int height, long text, BigDecimal millions) {
        long questions = BUILT_IN.requireBenchmark(benchmark).usualSplit().questions();
        RuleParameters cap = new RuleParameters(
                Map.of("minPixels", BigDecimal.valueOf(200_704), "maxPixels", BigDecimal.valueOf(1_003_520)));
        TokenRange image = ImageTokenCount.of(
                        BUILT_IN,
                        new ImageTokenRequest(
                                "self-hosted/qwen2.5-vl-7b",
                                RequestBuilder.TODAY,
                                cap,
                                List.of(new ImageTokenRequest.Image(width, height, null))),
                        RequestBuilder.TODAY)
                .total();
        assertThat((image.expected() + text) * questions / 1e6)
                .isCloseTo(millions.doubleValue(), within(Math.pow(10, -millions.scale()) * 0.5));
    }

    /**
     * "A VQAv2 val run costs roughly 145 to 390 times an MMMU val run in input tokens, depending on the model"; 145 becomes 141
     * where MMMU's questions are counted by their 528 characters.
     */
    @Test
    void aRunOfVqaV2IsHundredsOfRunsOfMmmu() {
        assertThat(List.of("gemma-3-27b", "llava-1.5-7b", "qwen2.5-vl-7b", "pixtral-12b", "internvl3-8b"))
                .allSatisfy(model -> {
                    double vqa = evaluation("self-hosted/" + model)
                            .benchmark("vqav2")
                            .costs(BUILT_IN)
                            .run()
                            .tokens()
                            .input()
                            .expected();
                    double mmmu = evaluation("self-hosted/" + model)
                            .benchmark("mmmu")
                            .costs(BUILT_IN)
                            .run()
                            .tokens()
                            .input()
                            .expected();
                    assertThat(vqa / mmmu).isBetween(140.0, 390.0);
                });
    }
}

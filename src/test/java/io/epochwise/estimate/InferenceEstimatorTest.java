package io.epochwise.estimate;

import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Unit;
import io.epochwise.money.Range;
import io.epochwise.policy.Verdict;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.estimate.InferenceBuilder.inference;
import static io.epochwise.estimate.TestCatalogs.BUILT_IN;
import static io.epochwise.estimate.TestCatalogs.LAB;
import static org.assertj.core.api.Assertions.assertThat;

/** What inference costs; expected amounts are worked out by hand from the prices of the sources. */
class InferenceEstimatorTest {
    private static Range exactly(String value) {
        return Range.exactly(new BigDecimal(value));
    }

    private static Range range(String low, String expected, String high) {
        return new Range(new BigDecimal(low), new BigDecimal(expected), new BigDecimal(high));
    }

    private static EstimateLine line(Estimate estimate, LineCode code) {
        List<EstimateLine> lines = lines(estimate, code);
        assertThat(lines).as(code.toString()).hasSize(1);
        return lines.get(0);
    }

    private static List<EstimateLine> lines(Estimate estimate, LineCode code) {
        return estimate.lines().stream().filter(line -> line.code() == code).toList();
    }

    private static List<WarningCode> warnings(Estimate estimate) {
        return estimate.warnings().stream().map(Warning::code).toList();
    }

    private static List<AssumptionCode> assumptions(Estimate estimate) {
        return estimate.assumptions().stream().map(Assumption::code).toList();
    }

    /** A million requests a month, each of 1,200 + 80 tokens and 11 around two messages, answered in 250. */
    @Nested
    class Gpt4o {
        private final InferenceBuilder workload =
                inference("openai/gpt-4o").asOf("2026-11-23").tokens(1200, 80, 250);

        /** OA-PRICE-26: 1,291 x 2.50 + 250 x 10.00. */
        @Test
        void theBaseModel() {
            Estimate estimate = workload.estimate(BUILT_IN);
            assertThat(estimate.total()).isEqualTo(exactly("5727.50"));
            assertThat(estimate.offering()).isEqualTo("openai/gpt-4o-2024-08-06");
            assertThat(estimate.availability().verdict()).isEqualTo(Verdict.AVAILABLE);
            EstimateLine prompt = line(estimate, LineCode.INFERENCE_STATIC_PROMPT);
            assertThat(prompt.quantity()).isEqualTo("1200000000");
            assertThat(prompt.unit()).isEqualTo(Unit.TOKEN);
            assertThat(prompt.formula())
                    .isEqualTo("month 1: 1000000 requests x 1200 tokens = 1200000000; 1200000000 / 1000000 x 2.50");
            assertThat(line(estimate, LineCode.INFERENCE_OVERHEAD).quantity()).isEqualTo("11000000");
        }

        /** OA-PRICE-25: 1,291 x 3.75 + 250 x 15.00; hosting costs nothing. */
        @Test
        void theTunedModel() {
            Estimate estimate = workload.tuned().estimate(BUILT_IN);
            assertThat(estimate.total()).isEqualTo(exactly("8591.25"));
            assertThat(lines(estimate, LineCode.HOSTING)).isEmpty();
        }

        /** OA-CACHE: of 1,200 tokens 1,152 are cached, in steps of 128. 6 of 10 calls read them at 1.25 (tuned 1.875). */
        @ParameterizedTest(name = "tuned {0}: {1}")
        @CsvSource({"false, 4863.50, 864.00", "true, 7295.25, 1296.00"})
        void withItsPrefixCached(boolean tuned, String total, String read) {
            Estimate estimate =
                    (tuned ? workload.tuned() : workload).hitRate("0.6").estimate(BUILT_IN);
            assertThat(estimate.total()).isEqualTo(exactly(total));
            EstimateLine cached = line(estimate, LineCode.INFERENCE_CACHED_INPUT);
            assertThat(cached.quantity()).isEqualTo("691200000");
            assertThat(cached.amount()).isEqualTo(exactly(read));
            assertThat(line(estimate, LineCode.INFERENCE_STATIC_PROMPT).quantity())
                    .isEqualTo("508800000");
        }

        /** A quarter at batch prices; reading from the cache has none there, so that all input of batches costs 1.25. */
        @Test
        void withAQuarterInBatches() {
            Estimate estimate = workload.hitRate("0.6").batchShare("0.25").estimate(BUILT_IN);
            // 0.75 x 4863.50 + 0.25 x (1291 x 1.25 + 250 x 5.00)
            assertThat(estimate.total()).isEqualTo(exactly("4363.5625"));
            assertThat(lines(estimate, LineCode.INFERENCE_CACHED_INPUT_BATCH)).isEmpty();
            assertThat(assumptions(estimate)).contains(AssumptionCode.BATCHES_NOT_CACHED);
        }

        /** 1,000, 1,100 and 1,210 requests; 1 + 0.2 calls each. */
        @Test
        void withGrowthAndSecondAttempts() {
            Estimate estimate = workload.requests(1000L)
                    .growth("0.1")
                    .attempts("0.8", 2)
                    .asOf("2026-01-15")
                    .months(3)
                    .estimate(BUILT_IN);
            assertThat(line(estimate, LineCode.INFERENCE_OUTPUT).quantity()).isEqualTo("993000");
            assertThat(line(estimate, LineCode.INFERENCE_OUTPUT).formula())
                    .startsWith(
                            "months 1 to 3: 1000 x (1 + 0.1)^(m-1) summed = 3310 requests x 1.2 calls x 250 tokens");
        }

        /** OA-IMG-NEW: 1275 x 1650 becomes 768 x 994, 4 tiles, 85 + 4 x 170 = 765 tokens. */
        @Test
        void withImages() {
            WorkloadImage page = InferenceBuilder.imageOf(1275, 1650, Detail.HIGH, null);
            Estimate estimate = workload.requests(1L)
                    .examples(3, 150L, page)
                    .image(1275, 1650, Detail.HIGH, 2)
                    .hitRate("1")
                    .estimate(BUILT_IN);
            assertThat(line(estimate, LineCode.INFERENCE_IMAGES).quantity()).isEqualTo("1530");
            // 1200 + 3 x 150 + 3 x 765 = 3945, of which 30 x 128 = 3840 are cached: the last of the images are not.
            assertThat(line(estimate, LineCode.INFERENCE_CACHED_INPUT).quantity())
                    .isEqualTo("3840");
            assertThat(line(estimate, LineCode.INFERENCE_FEW_SHOT_IMAGES).quantity())
                    .isEqualTo("105");
            assertThat(lines(estimate, LineCode.INFERENCE_FEW_SHOT_TEXT)).isEmpty();
            // 2 messages and 2 for each example: 8 x 4 + 3
            assertThat(line(estimate, LineCode.INFERENCE_OVERHEAD).quantity()).isEqualTo("35");
        }

        /** The shutdown is on 2027-01-14: the months from 11-23 and 12-23 begin before it. */
        @Test
        void afterItsShutdownThereAreNoMonths() {
            Estimate estimate = workload.months(6).estimate(BUILT_IN);
            assertThat(estimate.total()).isEqualTo(exactly("11455.00"));
            assertThat(estimate.availability().until()).isEqualTo("2027-01-14");
            assertThat(warnings(estimate)).containsExactly(WarningCode.HORIZON_CUT);
        }

        @Test
        void onceRetiredItHasNoPrice() {
            Estimate estimate = workload.asOf("2027-01-14").estimate(BUILT_IN);
            assertThat(estimate.total()).isNull();
            assertThat(estimate.availability().verdict()).isEqualTo(Verdict.RETIRED);
            assertThat(estimate.lines()).isNotEmpty().allMatch(EstimateLine::unpriced);
            assertThat(warnings(estimate)).contains(WarningCode.INFERENCE_CLOSED);
            assertThat(workload.tuned().estimate(BUILT_IN).availability().alternatives())
                    .isNotEmpty();
        }
    }

    /** OA-LUNA6: above 272K input tokens, input costs 0.20 and output 0.75 in place of 0.10 and 0.50. */
    @ParameterizedTest(name = "{0} + 80 + 10 tokens: {1}")
    @CsvSource({"271910, 27.325", "271911, 54.5877", "300000, 60.2055"})
    void gpt6LunaHasOtherPricesForALongContext(long prompt, String total) {
        Estimate estimate = inference("openai/gpt-6-luna")
                .asOf("2026-11-23")
                .requests(1000L)
                .tokens(prompt, 80, 250)
                .estimate(BUILT_IN);
        assertThat(estimate.total()).isEqualTo(exactly(total));
        assertThat(assumptions(estimate).contains(AssumptionCode.LONG_CONTEXT)).isEqualTo(prompt > 271_910);
    }

    /** GENAI, C-PRICE: reads 1,200 x 0.50, writes 800 x 6.25, 80 x 5.00, output 250 x 25.00; up to 11 around messages. */
    @Test
    void claudeChargesForWritingToTheCache() {
        Estimate estimate = inference("anthropic/claude-opus-5")
                .asOf("2026-11-23")
                .tokens(2000, 80, 250)
                .hitRate("0.6")
                .estimate(BUILT_IN);
        assertThat(estimate.total()).isEqualTo(range("12250.00", "12305.00", "12305.00"));
        assertThat(line(estimate, LineCode.INFERENCE_CACHE_WRITE).amount()).isEqualTo(exactly("5000.00"));
        assertThat(lines(estimate, LineCode.INFERENCE_STATIC_PROMPT)).isEmpty();
        assertThat(warnings(estimate)).containsExactly(WarningCode.OVERHEAD_UNKNOWN);
    }

    /** G-APIPRICE: 0.75 and 3.75 until the end of 2026, then 1.50 and 7.50. */
    @Test
    void gemini37FlashCostsTwiceAsMuchFrom2027() {
        Estimate estimate = inference("gemini-api/gemini-3.7-flash")
                .asOf("2026-11-23")
                .tokens(2000, 80, 250)
                .months(3)
                .estimate(BUILT_IN);
        // twice 2,080 x 0.75 + 250 x 3.75, then once 2,080 x 1.50 + 250 x 7.50; 11 tokens around messages are not sure
        assertThat(estimate.total()).isEqualTo(range("9990.00", "10023.00", "10023.00"));
        assertThat(lines(estimate, LineCode.INFERENCE_OUTPUT))
                .extracting(line -> line.formula().replaceAll(":.*", ""))
                .containsExactly("months 1 to 2", "month 3");
    }

    @Nested
    class AzureTuned {
        private final InferenceBuilder workload =
                inference("azure/gpt-4o").tuned().asOf("2026-01-23").tokens(2000, 80, 250);

        /** AZ-RETAIL: 12,000,000 x (2,091 x 2.75 + 250 x 11.00) / 1,000,000, and 8,760 hours x 1.70. */
        @Test
        void isHostedByTheHour() {
            Estimate estimate =
                    workload.tier("regional").region("eastus2").months(12).estimate(BUILT_IN);
            assertThat(line(estimate, LineCode.HOSTING).amount()).isEqualTo(exactly("14892.00"));
            assertThat(estimate.total()).isEqualTo(exactly("116895.00"));
        }

        /** MS-COST-OCT: the developer tier has no hosting fee, and its deployments are removed after 24 hours. */
        @Test
        void isNotInTheDeveloperTier() {
            Estimate estimate = workload.tier("developer").estimate(BUILT_IN);
            assertThat(lines(estimate, LineCode.HOSTING)).isEmpty();
            assertThat(warnings(estimate)).contains(WarningCode.DEPLOYMENT_REMOVED);
        }

        /** AZ-RETAIL has no batch price of tuned models: that is not half, but unknown. */
        @Test
        void hasNoPriceInBatches() {
            Estimate estimate =
                    workload.tier("global").batchShare("0.5").asOf("2026-11-23").estimate(BUILT_IN);
            assertThat(estimate.total()).isNull();
            assertThat(line(estimate, LineCode.INFERENCE_OUTPUT_BATCH).unpriced())
                    .isTrue();
            assertThat(line(estimate, LineCode.INFERENCE_OUTPUT).unpriced()).isFalse();
            assertThat(warnings(estimate)).contains(WarningCode.MISSING_PRICE);
        }
    }

    /** B-PRICELIST: 2,080 x 0.30 + 250 x 2.50 a million times, 1.95 for storage; 11 tokens around messages are not sure. */
    @Test
    void aTunedNova2LiteIsStoredByTheMonth() {
        Estimate estimate = inference("aws/nova-2-lite")
                .tuned()
                .asOf("2026-11-23")
                .tokens(2000, 80, 250)
                .estimate(BUILT_IN);
        assertThat(estimate.total()).isEqualTo(range("1250.95", "1254.25", "1254.25"));
        assertThat(line(estimate, LineCode.STORAGE).amount()).isEqualTo(exactly("1.95"));
    }

    @Nested
    class ByTime {
        /** F-GPU, F-OCT07: an hour of an H100 cost 7.00 until September 2026, then 8.00; 2 GPUs for 730 hours of each month. */
        @Test
        void fireworksBillsGpuHoursAndNoTokens() {
            Estimate estimate = inference("fireworks/qwen3-vl-8b-instruct")
                    .tuned()
                    .asOf("2026-08-15")
                    .tokens(2000, 80, 250)
                    .serving(ServingChoice.of(null, "h100", 2, null))
                    .months(2)
                    .estimate(BUILT_IN);
            assertThat(estimate.lines()).extracting(EstimateLine::code).containsOnly(LineCode.SERVING_GPU_HOURS);
            assertThat(estimate.lines())
                    .extracting(EstimateLine::amount)
                    .containsExactly(exactly("10220.00"), exactly("11680.00"));
            assertThat(assumptions(estimate)).contains(AssumptionCode.ALWAYS_ON);
            assertThat(warnings(estimate)).contains(WarningCode.CAPACITY_NOT_CHECKED);
        }

        @Test
        void withoutAGpuThePriceIsUnknownAndTheGpusAreNamed() {
            Estimate estimate = inference("fireworks/qwen3-vl-8b-instruct")
                    .tuned()
                    .tokens(2000, 80, 250)
                    .estimate(BUILT_IN);
            assertThat(estimate.total()).isNull();
            assertThat(estimate.warnings())
                    .filteredOn(warning -> warning.code() == WarningCode.MISSING_PRICE)
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.text()).contains("h100"));
        }

        @Test
        void anOpenModelRunsOnGpusBaseOrTuned() {
            Estimate base =
                    inference("self-hosted/qwen2.5-vl-7b").tokens(1, 1, 1).estimate(BUILT_IN);
            Estimate tuned = inference("self-hosted/qwen2.5-vl-7b")
                    .tuned()
                    .tokens(1, 1, 1)
                    .estimate(BUILT_IN);
            assertThat(base.total()).isNotNull().isEqualTo(tuned.total());
            assertThat(line(base, LineCode.SERVING_GPU_HOURS).quantity()).isEqualTo("730");
        }

        /** 730 hours at 10.00, then two months at 12.00. */
        @Test
        void eachMonthHasThePriceOfItsFirstDay() {
            Estimate estimate = inference("forge/committed").tuned().months(3).estimate(LAB);
            assertThat(estimate.total()).isEqualTo(exactly("24820.00"));
        }

        /** 3 x 730 hours at 6.00 and not less, at the price of the day on which it is made. */
        @ParameterizedTest
        @CsvSource({"1, 13140.00", "3, 13140.00", "4, 17520.00"})
        void aCommitmentBindsAtItsPrice(int months, String total) {
            Estimate estimate = inference("forge/committed")
                    .tuned()
                    .serving(ServingChoice.of(null, "commitment-3-months", null, null))
                    .months(months)
                    .estimate(LAB);
            assertThat(estimate.total()).isEqualTo(exactly(total));
        }
    }

    @Nested
    class Cached {
        private final InferenceBuilder workload =
                inference("forge/whole").requests(1000L).hitRate("0.5");

        @ParameterizedTest(name = "{0} tokens: {1}")
        @CsvSource({"1023, ", "1024, 512000", "1151, 512000", "1152, 576000"})
        void fromTheLeastPrefixOnInWholeSteps(long prompt, String read) {
            Estimate estimate = workload.tokens(prompt, 0, 0).estimate(LAB);
            assertThat(lines(estimate, LineCode.INFERENCE_CACHED_INPUT))
                    .extracting(line -> line.quantity().toPlainString())
                    .isEqualTo(read == null ? List.of() : List.of(read));
            assertThat(warnings(estimate).contains(WarningCode.NOTHING_CACHED)).isEqualTo(read == null);
        }

        @Test
        void notWhereNoSourceSaysSoOfTunedModels() {
            Estimate estimate = workload.tuned().tokens(2000, 0, 0).estimate(LAB);
            assertThat(lines(estimate, LineCode.INFERENCE_CACHED_INPUT)).isEmpty();
            assertThat(warnings(estimate)).contains(WarningCode.NOTHING_CACHED);
        }

        /** forge/free-writes names no least prefix: expected is 300 x 2.00 + 300 x 0.20, low and high hold 600 x 2.00. */
        @Test
        void asARangeWhereTheLeastPrefixIsUnknown() {
            Estimate estimate = inference("forge/free-writes")
                    .tokens(600, 0, 0)
                    .messages(1L)
                    .hitRate("0.5")
                    .estimate(LAB);
            assertThat(line(estimate, LineCode.INFERENCE_STATIC_PROMPT).amount())
                    .isEqualTo(range("600.00", "600.00", "1200.00"));
            assertThat(line(estimate, LineCode.INFERENCE_CACHED_INPUT).amount())
                    .isEqualTo(range("0.00", "60.00", "60.00"));
            assertThat(assumptions(estimate)).contains(AssumptionCode.CACHE_MINIMUM_UNKNOWN);
            assertThat(warnings(estimate)).contains(WarningCode.CACHE_STORAGE_NOT_INCLUDED);
        }

        /** 1,000 x (1,024 x 0.5 read x 0.25 + 512 written x 1.25 + 11 around messages x 1.00) / 1,000,000. */
        @Test
        void inBatchesAtTheirPrices() {
            Estimate estimate = workload.tokens(1024, 0, 0).batchShare("1").estimate(LAB);
            assertThat(estimate.total()).isEqualTo(exactly("0.779"));
        }
    }

    @Nested
    class Doubtful {
        @Test
        void imagesOfAModelThatTakesNoneLeaveNoTotal() {
            Estimate estimate =
                    inference("forge/blind").image(100, 100, null, null).estimate(LAB);
            assertThat(estimate.total()).isNull();
            assertThat(line(estimate, LineCode.INFERENCE_IMAGES).unpriced()).isTrue();
            assertThat(warnings(estimate)).contains(WarningCode.TOKENS_UNKNOWN);
        }

        @Test
        void batchesWithoutAPriceLeaveNoTotal() {
            Estimate estimate = inference("forge/blind")
                    .tokens(1, 1, 1)
                    .batchShare("0.000001")
                    .estimate(LAB);
            assertThat(estimate.total()).isNull();
        }

        @Test
        void aModelThatCannotBeTunedHasNoTunedOne() {
            Estimate estimate = inference("forge/blind").tuned().tokens(1, 1, 1).estimate(LAB);
            assertThat(estimate.total()).isNull();
            assertThat(estimate.availability().verdict()).isEqualTo(Verdict.CLOSED);
            assertThat(warnings(estimate)).containsExactly(WarningCode.NOT_TUNABLE);
        }

        /** One reading counts 85 + 170, the other 75 + 150 tokens. */
        @Test
        void twoReadingsOfAnImageRuleMakeARange() {
            Estimate estimate =
                    inference("forge/whole").image(512, 512, Detail.HIGH, null).estimate(LAB);
            assertThat(line(estimate, LineCode.INFERENCE_IMAGES).amount())
                    .isEqualTo(range("450.00", "510.00", "510.00"));
        }

        /** The call has 20,000 input tokens by one reading, from which other prices hold, and 19,970 by the other. */
        @Test
        void aLongContextThatIsNotSurelyReachedMakesARange() {
            Estimate estimate = inference("forge/whole")
                    .tokens(0, 19_738, 0)
                    .image(512, 512, Detail.HIGH, null)
                    .estimate(LAB);
            assertThat(line(estimate, LineCode.INFERENCE_VARIABLE_PROMPT).amount())
                    .isEqualTo(range("39476.00", "78952.00", "78952.00"));
        }

        @Test
        void moreThanFitsIsSaid() {
            Estimate estimate = inference("forge/whole")
                    .tokens(99_000, 0, 1_000)
                    .image(10, 10, Detail.LOW, 6)
                    .estimate(LAB);
            assertThat(warnings(estimate)).contains(WarningCode.CONTEXT_EXCEEDED, WarningCode.TOO_MANY_IMAGES);
        }

        @Test
        void aBatchPriceThatKnowsNoLongContextIsSaidToBeDoubtful() {
            Estimate estimate = inference("forge/whole")
                    .tokens(0, 30_000, 0)
                    .batchShare("1")
                    .estimate(LAB);
            assertThat(warnings(estimate)).contains(WarningCode.LONG_CONTEXT_PRICE_UNKNOWN);
        }

        @Test
        void anOwnPriceWithoutUseIsSaid() {
            Estimate estimate = inference("forge/blind")
                    .tokens(1, 1, 1)
                    .ownPrice(Meter.TRAINING, "1")
                    .ownPrice(Meter.INPUT, "1")
                    .estimate(LAB);
            assertThat(warnings(estimate)).containsExactly(WarningCode.INPUT_NOT_USED);
        }
    }

    /** 2026-11-23 and 12-23 begin before the end on 2027-01-23, which the third month would begin on. */
    @ParameterizedTest(name = "{0} months asked, {1} counted")
    @CsvSource({"1, 1", "2, 2", "3, 2", "120, 2"})
    void aMonthCountsIfItBeginsBeforeTheEnd(int asked, int counted) {
        Estimate estimate =
                inference("forge/blind").tokens(0, 0, 1).months(asked).estimate(LAB);
        assertThat(line(estimate, LineCode.INFERENCE_OUTPUT).quantity()).isEqualTo(counted + "000000");
        assertThat(warnings(estimate).contains(WarningCode.HORIZON_CUT)).isEqualTo(asked > counted);
    }

    /** The first two months have begun before 2026-12-01 or not: 730 hours at 1.00, then 730 at 2.00; 5.00 a month. */
    @Test
    void hostingAndStorageFollowTheirOwnPrices() {
        Estimate estimate =
                inference("forge/whole").tuned().tokens(0, 0, 0).months(2).estimate(LAB);
        assertThat(lines(estimate, LineCode.HOSTING))
                .extracting(EstimateLine::amount)
                .containsExactly(exactly("730.00"), exactly("1460.00"));
        assertThat(line(estimate, LineCode.STORAGE).amount()).isEqualTo(exactly("10.00"));
        assertThat(lines(estimate, LineCode.INFERENCE_OVERHEAD)).hasSize(1);
    }

    /** G-LIFE-NOV: from 2026-12-01 3.8 Flash answers for 2.5 Pro, at its price of 0.75 / 3.75, doubled in 2027. */
    @ParameterizedTest
    @CsvSource({"2026-11-30, 1.25, 10.00", "2026-12-01, 0.75, 3.75", "2027-01-01, 1.50, 7.50"})
    void aReroutedModelIsBilledAsTheOneThatAnswers(String day, String input, String output) {
        Estimate estimate = inference("gemini-api/gemini-2.5-pro")
                .asOf(day)
                .tokens(1000, 0, 100)
                .estimate(BUILT_IN);
        assertThat(line(estimate, LineCode.INFERENCE_STATIC_PROMPT).unitPrice()).isEqualByComparingTo(input);
        assertThat(line(estimate, LineCode.INFERENCE_OUTPUT).unitPrice()).isEqualByComparingTo(output);
        assertThat(warnings(estimate).contains(WarningCode.INFERENCE_REROUTED)).isNotEqualTo(day.equals("2026-11-30"));
        assertThat(warnings(estimate)).doesNotContain(WarningCode.INFERENCE_CLOSED);
    }

    /** 1000 requests, 0.9 right, 2 attempts: 10 are never answered; 10 x 1.25 = 12.50. */
    @Test
    void whatIsNeverAnsweredCostsWhatTakesItsPlace() {
        InferenceBuilder request = inference("forge/whole").requests(1000L).attempts("0.9", 2);
        Estimate free = request.estimate(LAB);
        assertThat(free.lines()).extracting(EstimateLine::code).doesNotContain(LineCode.INFERENCE_FALLBACK);
        assertThat(free.assumptions())
                .filteredOn(assumption -> assumption.code() == AssumptionCode.NEVER_ANSWERED)
                .singleElement()
                .satisfies(assumption -> {
                    assertThat(assumption.value()).isEqualTo("0.01");
                    assertThat(assumption.text())
                            .startsWith("10 requests get no answer that can be used in 2 attempts");
                });
        EstimateLine line = request.fallbackCost("1.25").estimate(LAB).lines().stream()
                .filter(each -> each.code() == LineCode.INFERENCE_FALLBACK)
                .findFirst()
                .orElseThrow();
        assertThat(line.quantity()).isEqualByComparingTo("10");
        assertThat(line.amount().expected()).isEqualTo("12.50");
        assertThat(line.source()).isEqualTo("request");
        assertThat(line.formula()).isEqualTo("month 1: 1000 requests x (1 - 0.9)^2 = 10 x 1.25");
    }

    /** 3,000 tokens kept for 730 hours at 0.50 a million tokens and hour: 1.095. */
    @Test
    void anExplicitCacheCostsItsTime() {
        Estimate estimate = inference("gemini-api/gemini-3.6-flash")
                .asOf("2026-11-23")
                .tokens(3_000, 100, 100)
                .hitRate("0.5")
                .cacheStorage("730")
                .estimate(BUILT_IN);
        EstimateLine line = estimate.lines().stream()
                .filter(each -> each.code() == LineCode.INFERENCE_CACHE_STORAGE)
                .findFirst()
                .orElseThrow();
        assertThat(line.quantity()).isEqualByComparingTo("2190000");
        assertThat(line.amount().expected()).isEqualTo("1.095");
    }

    /** 438 calls are one in 100 minutes: 1 - e^(-10 / 100) = 0.095 find what 10 minutes without use delete. */
    @Test
    void seldomCallsDoNotFindTheCache() {
        InferenceBuilder request = inference("openai/gpt-4o-2024-08-06")
                .asOf("2026-09-01")
                .tokens(3_000, 100, 100)
                .requests(438L);
        assertThat(request.hitRate("0.5").estimate(BUILT_IN).warnings())
                .filteredOn(warning -> warning.code() == WarningCode.CACHE_EXPIRES)
                .singleElement()
                .satisfies(warning -> assertThat(warning.text())
                        .startsWith(
                                "A call comes every 100 minutes on average, and what is cached is gone after 10 minutes"
                                        + " without use: if calls come evenly, a part of about 0.10 of them finds it"));
        assertThat(request.hitRate("0.09").estimate(BUILT_IN).warnings())
                .extracting(Warning::code)
                .doesNotContain(WarningCode.CACHE_EXPIRES);
        assertThat(request.hitRate("0.9").requests(43_800L).estimate(BUILT_IN).warnings())
                .extracting(Warning::code)
                .doesNotContain(WarningCode.CACHE_EXPIRES);
    }
}

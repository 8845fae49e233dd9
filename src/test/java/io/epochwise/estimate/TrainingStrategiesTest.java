package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.ServingMode;
import io.epochwise.catalog.Unit;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.estimate.RequestBuilder.images;
import static io.epochwise.estimate.RequestBuilder.request;
import static io.epochwise.estimate.RequestBuilder.text;
import static io.epochwise.estimate.TestCatalogs.LAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The ways of providers to count and to charge that differ from tokens x epochs at one price. */
class TrainingStrategiesTest {
    private static Range exactly(String value) {
        return Range.exactly(new BigDecimal(value));
    }

    private static Range range(String low, String expected, String high) {
        return new Range(new BigDecimal(low), new BigDecimal(expected), new BigDecimal(high));
    }

    private static EstimateLine line(Estimate estimate, LineCode code) {
        return estimate.lines().stream()
                .filter(line -> line.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static boolean warns(Estimate estimate, WarningCode code) {
        return estimate.warnings().stream().anyMatch(warning -> warning.code() == code);
    }

    private static List<Violation> violations(RequestBuilder request) {
        return catchThrowableOfType(InvalidInputException.class, () -> request.estimate(LAB))
                .violations();
    }

    @Nested
    class BySizeMethodAndAdapter {
        @ParameterizedTest(name = "{0} {1} {2}: {3}")
        @CsvSource({
            "small,  sft, lora, 0.50",
            "small,  sft,     , 0.50",
            "small,  sft, full, 1.00",
            "small,  dpo, lora, 1.20",
            "medium, sft, lora, 3.00"
        })
        void theRowOfTheModelHolds(String model, String method, String adapter, String price) {
            Estimate estimate = request("mill/" + model, text(1000, "1000"))
                    .epochs(1)
                    .method(method.equals("dpo") ? Method.DPO : Method.SFT)
                    .adapter(adapter)
                    .estimate(LAB);
            assertThat(estimate.total()).isEqualTo(exactly(price));
            assertThat(estimate.assumptions().stream()
                            .anyMatch(assumption -> assumption.code() == AssumptionCode.DEFAULT_ADAPTER))
                    .isEqualTo(adapter == null);
        }

        @ParameterizedTest(name = "{0} {1}")
        @CsvSource({"between, lora", "medium, full", "small, "})
        void withoutRowThereIsNoTotal(String model, String adapter) {
            Estimate estimate = request("mill/" + model, text(1000, "1000"))
                    .method(model.equals("small") ? Method.DPO : Method.SFT)
                    .adapter(model.equals("small") ? "full" : adapter)
                    .estimate(LAB);
            assertThat(estimate.total()).isNull();
            assertThat(warns(estimate, WarningCode.MISSING_PRICE)).isTrue();
        }

        @Test
        void anAdapterThatIsNotOfferedIsRefused() {
            assertThat(violations(request("mill/small", text(1, "1")).adapter("soft")))
                    .containsExactly(new Violation("adapter", "must be one of [full, lora]"));
        }
    }

    @Nested
    class Evaluations {
        /** 5M tokens x 3 epochs + 1M tokens of validation = 16M, at 0.46 per 1M: 7.36 (docs.ori.co). */
        @Test
        void oneIsBilledWhereNoneIsGiven() {
            Estimate estimate = request("mill/small", text(5000, "1000"))
                    .epochs(3)
                    .validation(text(1000, "1000"))
                    .ownPrice(Meter.TRAINING, "0.46", null)
                    .estimate(LAB);
            assertThat(estimate.total()).isEqualTo(exactly("7.36"));
            assertThat(line(estimate, LineCode.TRAINING_VALIDATION_TOKENS).formula())
                    .isEqualTo("1000 examples x 1000 tokens x 1 evaluation = 1000000; 1000000 / 1000000 x 0.46");
        }

        @ParameterizedTest
        @CsvSource({"0, 2.50", "1, 3.00", "4, 4.50"})
        void eachIsBilled(int evaluations, String total) {
            assertThat(request("mill/small", text(5000, "1000"))
                            .epochs(1)
                            .validation(text(1000, "1000"))
                            .evaluations(evaluations)
                            .estimate(LAB)
                            .total())
                    .isEqualTo(exactly(total));
        }

        @Test
        void runsAsBatchInferenceAreBilledOnlyIfAsked() {
            RequestBuilder request =
                    request("mill/evaluated", text(1000, "1000")).epochs(2).validation(text(1000, "1000"));
            assertThat(request.estimate(LAB).total()).isEqualTo(exactly("10.00"));
            Estimate evaluated = request.evaluations(3).estimate(LAB);
            assertThat(evaluated.total()).isEqualTo(exactly("10.45"));
            assertThat(line(evaluated, LineCode.TRAINING_EVALUATION_TOKENS).unitPrice())
                    .isEqualByComparingTo("0.15");
        }
    }

    @Nested
    class Packing {
        @Test
        void offBillsEveryExampleAtTheLongestSequence() {
            Estimate estimate = request("mill/small", text(1000, "100"))
                    .epochs(2)
                    .unpacked(4096)
                    .estimate(LAB);
            assertThat(line(estimate, LineCode.TRAINING_TOKENS).quantity()).isEqualByComparingTo("8192000");
            assertThat(estimate.total()).isEqualTo(exactly("4.096"));
        }

        @Test
        void offTakesTheTrainingContextWhereItIsKnown() {
            assertThat(line(
                                    request("mill/small", text(1000, "100"))
                                            .epochs(1)
                                            .unpacked(null)
                                            .estimate(LAB),
                                    LineCode.TRAINING_TOKENS)
                            .quantity())
                    .isEqualByComparingTo("8192000");
        }

        @Test
        void offMustBeOfferedAndKnowTheLength() {
            assertThat(violations(request("mill/medium", text(1, "1")).unpacked(null)))
                    .extracting(Violation::field)
                    .containsExactly("maxSequenceLength");
            assertThat(violations(request("mill/steps", text(1, "1")).unpacked(100)))
                    .extracting(Violation::field)
                    .containsExactly("packing");
        }
    }

    @Nested
    class Steps {
        @Test
        void areBilledWhateverTheDataset() {
            Estimate estimate =
                    request("mill/steps", text(7, "1")).steps(100, 65_536).estimate(LAB);
            assertThat(line(estimate, LineCode.TRAINING_TOKENS).formula())
                    .isEqualTo("100 steps x 65536 tokens = 6553600; 6553600 / 1000000 x 2.00");
            assertThat(estimate.total()).isEqualTo(exactly("13.1072"));
        }

        @Test
        void areEpochsWhereNoneAreGiven() {
            Estimate estimate =
                    request("mill/steps", text(5000, "1000")).epochs(1).estimate(LAB);
            assertThat(estimate.total()).isEqualTo(exactly("10.00"));
            assertThat(estimate.assumptions()).extracting(Assumption::code).contains(AssumptionCode.STEPS_AS_EPOCHS);
        }

        @Test
        void needTheTokensOfAStep() {
            assertThat(violations(request("mill/steps", text(1, "1")).steps(100, null)))
                    .containsExactly(new Violation("tokensPerStep", "must be given"));
        }
    }

    @Nested
    class Minimum {
        /** A job below 4.00, one model kept n months: 4 + 2n (M-DOCS). */
        @ParameterizedTest
        @CsvSource({"0, 4.00", "1, 6.00", "12, 28.00"})
        void isFilledUpTo(String months, String total) {
            Estimate estimate = request("mill/steps", text(1000, "100"))
                    .epochs(1)
                    .storageMonths(months)
                    .estimate(LAB);
            assertThat(estimate.total()).isEqualTo(exactly(total));
            EstimateLine line = line(estimate, LineCode.TRAINING_MINIMUM);
            assertThat(line.amount()).isEqualTo(exactly("3.80"));
            assertThat(line.quantity().multiply(line.unitPrice())).isEqualByComparingTo("3.80");
        }

        @Test
        void isNoLineAboveIt() {
            assertThat(request("mill/steps", text(2000, "1000"))
                            .epochs(1)
                            .estimate(LAB)
                            .lines())
                    .extracting(EstimateLine::code)
                    .containsExactly(LineCode.TRAINING_TOKENS);
        }

        @Test
        void isSaidWhereThePriceIsNotKnown() {
            Estimate estimate =
                    request("mill/unpriced-steps", text(10, "10")).epochs(1).estimate(LAB);
            assertThat(estimate.total()).isNull();
            assertThat(warns(estimate, WarningCode.JOB_MINIMUM)).isTrue();
        }

        /** Tokens that cost from 1 to 6 with at least 4: the total goes from 4 to 6, not from 1 to 9. */
        @Test
        void boundsTheTotalFromBelow() {
            Charges charges = new Charges();
            UnitPrice price =
                    new UnitPrice(range("1", "3", "6"), null, BigDecimal.ONE, Unit.JOB, "3", "a page", null, null);
            charges.add(
                    LineCode.TRAINING_TOKENS,
                    new Quantity(Range.exactly(BigDecimal.ONE), "1"),
                    Unit.TOKEN,
                    java.util.Optional.of(price));
            charges.fillUp(
                    LineCode.TRAINING_MINIMUM,
                    new UnitPrice(exactly("4"), null, BigDecimal.ONE, Unit.JOB, "4.00", "a page", null, null));
            assertThat(Estimate.total(charges.lines())).isEqualTo(range("4.00", "4.00", "6.00"));
        }
    }

    @Test
    void imagesAreBilledWhereTokensAreNot() {
        Estimate estimate = request("mill/pictures", images(100, "10", "2", 640, 480, Detail.AUTO))
                .epochs(3)
                .estimate(LAB);
        assertThat(line(estimate, LineCode.TRAINING_IMAGES).quantity()).isEqualByComparingTo("600");
        assertThat(estimate.total()).isEqualTo(exactly("3.00"));
    }

    @Test
    void nothingIsNotTheCostOfTrainingOnTextsWhereImagesAreBilled() {
        assertThatThrownBy(() -> request("mill/pictures", text(100, "10")).estimate(LAB))
                .isInstanceOfSatisfying(InvalidInputException.class, wrong -> assertThat(wrong.violations())
                        .extracting(Violation::field)
                        .containsExactly("dataset"));
    }

    @Nested
    class Serving {
        @Test
        void byReservedUnitsIsChargedByTheHour() {
            Estimate estimate = request("mill/reserved", text(1000, "3500"))
                    .epochs(2)
                    .storageMonths("1")
                    .serving(ServingChoice.of(null, null, null, null))
                    .estimate(LAB);
            // 7M x 3.50 + 1.95 + 730 x 23.00
            assertThat(estimate.total()).isEqualTo(exactly("16816.45"));
            assertThat(line(estimate, LineCode.SERVING_UNITS).amount()).isEqualTo(exactly("16790.00"));
        }

        @Test
        void underACommitmentIsChargedForItsMonths() {
            Estimate estimate = request("mill/reserved", text(1000, "1000"))
                    .epochs(1)
                    .serving(ServingChoice.of(null, "commitment-1-month", 2, BigDecimal.TEN))
                    .estimate(LAB);
            assertThat(line(estimate, LineCode.SERVING_UNITS).amount()).isEqualTo(exactly("29638.00"));
            assertThat(estimate.assumptions()).extracting(Assumption::code).contains(AssumptionCode.MINIMUM_COMMITMENT);
        }

        @Test
        void byTheMinuteIsAnHourOfSixty() {
            ServingChoice hours = ServingChoice.of(ServingMode.PROVISIONED_THROUGHPUT, null, 1, BigDecimal.TEN);
            assertThat(line(
                                    request("mill/by-the-minute", text(1, "1"))
                                            .serving(hours)
                                            .estimate(LAB),
                                    LineCode.SERVING_UNITS)
                            .amount())
                    .isEqualTo(exactly("30.00"));
        }

        @Test
        void byGpusNamesTheGpu() {
            ServingChoice gpus = ServingChoice.of(ServingMode.GPU_HOUR, "h100", 3, BigDecimal.TEN);
            assertThat(line(
                                    request("mill/by-the-minute", text(1, "1"))
                                            .serving(gpus)
                                            .estimate(LAB),
                                    LineCode.SERVING_GPU_HOURS)
                            .amount())
                    .isEqualTo(exactly("240.00"));
        }

        @Test
        void thatIsNotAskedForIsWarnedOf() {
            Estimate estimate = request("mill/reserved", text(1, "1")).estimate(LAB);
            assertThat(estimate.warnings())
                    .filteredOn(warning -> warning.code() == WarningCode.SERVING_NOT_INCLUDED)
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.text()).contains("23.00, commitment-1-month 20.30"));
            assertThat(warns(estimate, WarningCode.STORAGE_NOT_INCLUDED)).isTrue();
        }

        @Test
        void mustBeOfferedAndUnambiguous() {
            ServingChoice any = ServingChoice.of(null, null, null, null);
            assertThat(violations(request("mill/steps", text(1, "1")).serving(any)))
                    .extracting(Violation::field)
                    .containsExactly("serving");
            assertThat(violations(request("mill/by-the-minute", text(1, "1")).serving(any)))
                    .containsExactly(
                            new Violation("serving.mode", "must be one of [provisioned-throughput, gpu-hour]"));
        }
    }

    @Nested
    class OwnGpus {
        /** 8 GPUs for 10 hours at the middle of 1.79, 2.00 and 3.50 (3.00 to 4.00). */
        @Test
        void givenHoursAreCharged() {
            Estimate estimate = request("mill/open-7b", text(10, "10"))
                    .trainingHours("10")
                    .compute(ComputeChoice.of(null, null, null, 8))
                    .estimate(LAB);
            assertThat(estimate.total()).isEqualTo(range("143.20", "160.00", "320.00"));
            assertThat(warns(estimate, WarningCode.PRICE_STALE)).isTrue();
        }

        @ParameterizedTest(name = "{0} {1}: {2}")
        @CsvSource({"cheap, , 1.79", "cheap, spot, 1.39", "middling, , 2.00"})
        void aProviderAndATermHaveTheirPrice(String provider, String term, String price) {
            assertThat(request("mill/open-7b", text(10, "10"))
                            .trainingHours("1")
                            .compute(ComputeChoice.of("a100-80", provider, term, 1))
                            .estimate(LAB)
                            .total())
                    .isEqualTo(exactly(price));
        }

        /**
         * LLaVA-1.5 7B, all of the language model: 665,298 examples of 576 image and 310 text tokens took 10 hours on 8
         * GPUs (GitHub haotian-liu/LLaVA, README), and the range must hold that.
         */
        @Test
        void unknownHoursFollowFromTheOperations() {
            Estimate estimate = request("mill/open-7b", images(665_298, "310", "1", 336, 336, Detail.AUTO))
                    .epochs(1)
                    .adapter("full")
                    .estimate(LAB);
            EstimateLine line = line(estimate, LineCode.TRAINING_GPU_HOURS);
            // (6 x 6.74e9 x 886 + 3 x 381.9e9) x 665,298 / (312e12 x 0.25 x 3600)
            assertThat(line.quantity())
                    .isCloseTo(new BigDecimal("87.6"), org.assertj.core.data.Offset.offset(new BigDecimal("0.1")));
            BigDecimal low = line.amount().low().divide(new BigDecimal("1.79"), 2, java.math.RoundingMode.HALF_UP);
            BigDecimal high = line.amount().high().divide(new BigDecimal("4.00"), 2, java.math.RoundingMode.HALF_UP);
            assertThat(new BigDecimal("80")).isBetween(low, high);
        }

        @Test
        void serveAtTheSamePrices() {
            Estimate estimate = request("mill/open-served", text(10, "10"))
                    .trainingHours("0")
                    .compute(ComputeChoice.of(null, "cheap", null, null))
                    .serving(ServingChoice.of(null, null, 2, new BigDecimal("100")))
                    .estimate(LAB);
            assertThat(line(estimate, LineCode.SERVING_GPU_HOURS).amount()).isEqualTo(exactly("358.00"));
        }

        @Test
        void adaptersNeedNoGradientsOfTheWeights() {
            RequestBuilder request = request("mill/open-7b", text(1000, "1000")).epochs(1);
            BigDecimal full = line(request.adapter("full").estimate(LAB), LineCode.TRAINING_GPU_HOURS)
                    .quantity();
            BigDecimal lora = line(request.adapter("lora").estimate(LAB), LineCode.TRAINING_GPU_HOURS)
                    .quantity();
            assertThat(lora.multiply(new BigDecimal("1.5")))
                    .isCloseTo(full, org.assertj.core.data.Percentage.withPercentage(0.0001));
        }

        @Test
        void withoutSizeThereAreNoHours() {
            Estimate estimate = request("mill/open-unsized", text(10, "10")).estimate(LAB);
            assertThat(estimate.total()).isNull();
            assertThat(line(estimate, LineCode.TRAINING_GPU_HOURS).unpriced()).isTrue();
        }

        @Test
        void mustExist() {
            assertThat(violations(
                            request("mill/open-7b", text(1, "1")).compute(ComputeChoice.of("b400", null, null, 0))))
                    .containsExactly(
                            new Violation("compute.gpu", "must be one of [a100-80, oddity]"),
                            new Violation("compute.gpus", "must be from 1 to 10000"));
        }
    }

    @Nested
    class Age {
        private static final Catalog AFTER_180_DAYS = TestCatalogs.lab(180);

        /** The price was last read on 2026-01-31; 180 days later is 2026-07-30. */
        @ParameterizedTest
        @CsvSource({"2026-01-01, false", "2026-07-30, false", "2026-07-31, true"})
        void ofAPriceIsSaidBeyondTheDaysSet(String asOf, boolean stale) {
            Estimate estimate =
                    request("mill/evaluated", text(10, "10")).asOf(asOf).estimate(AFTER_180_DAYS);
            assertThat(warns(estimate, WarningCode.PRICE_STALE)).isEqualTo(stale);
        }

        @Test
        void isNoMatterOfPricesOfTheRequest() {
            Estimate estimate = request("mill/evaluated", text(10, "10"))
                    .ownPrice(Meter.TRAINING, "1", null)
                    .estimate(AFTER_180_DAYS);
            assertThat(warns(estimate, WarningCode.PRICE_STALE)).isFalse();
        }

        @Test
        void setIsPartOfTheVersion() {
            assertThat(AFTER_180_DAYS.version())
                    .isNotEqualTo(TestCatalogs.lab(181).version());
        }
    }
}

package io.epochwise.estimate;

import io.epochwise.catalog.FactStatus;
import io.epochwise.catalog.Grade;
import io.epochwise.catalog.MemoryNeed;
import io.epochwise.catalog.Meter;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.estimate.RequestBuilder.images;
import static io.epochwise.estimate.RequestBuilder.request;
import static io.epochwise.estimate.RequestBuilder.text;
import static io.epochwise.estimate.TestCatalogs.BUILT_IN;
import static io.epochwise.estimate.TestCatalogs.LAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What can be said of the GPUs that train an open model, and what follows from it. */
class ComputeChoiceTest {
    /** Says part by part how an open model is trained. */
    private static final class Choice {
        private String gpu;
        private Integer gpus;
        private Integer gpusPerNode;
        private List<FrozenPart> frozen;
        private String precision;
        private Boolean checkpointing;
        private Boolean packing;
        private Boolean flashAttention;
        private String utilization;

        static Choice on(String gpu, Integer gpus) {
            Choice choice = new Choice();
            choice.gpu = gpu;
            choice.gpus = gpus;
            return choice;
        }

        Choice gpusPerNode(Integer value) {
            gpusPerNode = value;
            return this;
        }

        Choice frozen(FrozenPart... parts) {
            frozen = List.of(parts);
            return this;
        }

        Choice precision(String value) {
            precision = value;
            return this;
        }

        Choice checkpointing() {
            checkpointing = true;
            return this;
        }

        Choice packing() {
            packing = true;
            return this;
        }

        Choice withoutFlashAttention() {
            flashAttention = false;
            return this;
        }

        Choice utilization(String value) {
            utilization = value;
            return this;
        }

        ComputeChoice build() {
            return new ComputeChoice(
                    gpu,
                    null,
                    null,
                    gpus,
                    gpusPerNode,
                    frozen,
                    precision,
                    checkpointing,
                    packing,
                    flashAttention,
                    utilization == null ? null : new BigDecimal(utilization));
        }
    }

    private static RequestBuilder tuning(String model, String adapter, Choice choice) {
        return request("self-hosted/" + model, text(10_000, "1000"))
                .epochs(1)
                .adapter(adapter)
                .compute(choice.build())
                .ownPrice(Meter.GPU_HOUR, "1", null);
    }

    private static Range hours(String model, String adapter, Choice choice) {
        return tuning(model, adapter, choice).estimate(BUILT_IN).total();
    }

    private static Optional<Assumption> assumption(Estimate estimate, AssumptionCode code) {
        return estimate.assumptions().stream()
                .filter(assumption -> assumption.code() == code)
                .findFirst();
    }

    private static List<String> warnings(Estimate estimate, WarningCode code) {
        return estimate.warnings().stream()
                .filter(warning -> warning.code() == code)
                .map(Warning::text)
                .toList();
    }

    private static List<Violation> violations(RequestBuilder request) {
        return catchThrowableOfType(InvalidInputException.class, () -> request.estimate(BUILT_IN))
                .violations();
    }

    private static void assertRatio(Range a, Range b, String ratio) {
        assertThat(a.expected())
                .isCloseTo(b.expected().multiply(new BigDecimal(ratio)), Percentage.withPercentage(0.3));
    }

    @Nested
    class Memory {
        /** Measured where it was: Qwen2.5-VL 7B in full on 2 x 72, Qwen3-VL 30B-A3B on 8 x 80; else by the rule of thumb. */
        @ParameterizedTest(name = "{0}, {1} {2}: {4} x {3}")
        @CsvSource(textBlock = """
                qwen2.5-vl-7b,    full,  ,      a100-80, 2
                qwen2.5-vl-7b,    lora,  ,      a100-80, 1
                qwen2.5-vl-7b,    qlora, ,      t4,      1
                qwen2.5-vl-7b,    full,  mixed, a100-80, 2
                qwen2.5-vl-7b,    full,  bf16,  a100-80, 1
                qwen2.5-vl-7b,    full,  bf16,  a100-40, 2
                qwen2.5-vl-72b,   full,  ,      a100-80, 24
                qwen2.5-vl-72b,   full,  bf16,  a100-80, 8
                qwen2.5-vl-72b,   lora,  ,      a100-80, 2
                qwen2.5-vl-72b,   qlora, ,      a100-40, 1
                qwen2.5-vl-72b,   qlora, 8-bit, a100-40, 2
                qwen3-vl-30b-a3b, full,  ,      a100-80, 8
                qwen3-vl-30b-a3b, full,  ,      h200,    4
                llama-4-maverick, lora,  ,      a100-80, 16
                phi-3-vision,     full,  ,      a100-40, 2
                clip-vit-l-14,    full,  ,      l4,      1
                """)
        void fewestGpusThatHoldTheTraining(String model, String adapter, String precision, String gpu, String gpus) {
            Estimate estimate = tuning(model, adapter, Choice.on(gpu, null).precision(precision))
                    .estimate(BUILT_IN);

            assertThat(assumption(estimate, AssumptionCode.GPUS_BY_MEMORY))
                    .map(Assumption::value)
                    .contains(gpus);
            assertThat(warnings(estimate, WarningCode.MEMORY_EXCEEDED)).isEmpty();
        }

        /** 18, 8, 2, 1 and 0.5 GB for a billion parameters: 7B is 126, 56, 14, 7 and 3.5 (LLaMA-Factory prints 120 to 6). */
        @ParameterizedTest(name = "{0} {1}: {2} GB together")
        @CsvSource({
            "full,  ,      126",
            "full,  mixed, 126",
            "full,  bf16,  56",
            "lora,  ,      14",
            "qlora, ,      3.5",
            "qlora, 4-bit, 3.5",
            "qlora, 8-bit, 7"
        })
        void theRuleOfThumb(String adapter, String precision, BigDecimal gigabytes) {
            TrainingMemory memory = TrainingMemory.of(
                            BUILT_IN.require("self-hosted/llava-onevision-7b"),
                            BUILT_IN.memoryRules(),
                            new TrainedParts(adapter, List.of()),
                            precision)
                    .orElseThrow();

            assertThat(memory.together()).isEqualByComparingTo(gigabytes);
            assertThat(memory.fits(1, gigabytes)).isTrue();
            assertThat(memory.fits(1, gigabytes.subtract(new BigDecimal("0.01"))))
                    .isFalse();
        }

        /** 36 GB on each of 8 were enough, whatever the rule says of 400 GB together; of fewer GPUs the rule decides. */
        @ParameterizedTest(name = "{0} x {1} GB: {2}")
        @CsvSource({"8, 40, true", "9, 40, true", "7, 40, false", "7, 60, true", "8, 35, false", "20, 35, false"})
        void aMeasurementGoesBeforeTheRuleOnAsManyGpus(int gpus, BigDecimal gigabytes, boolean fits) {
            MemoryNeed measured = new MemoryNeed(
                    "full", new BigDecimal(36), 8, "a page", null, Grade.OFFICIAL, FactStatus.STATED, null);

            assertThat(new TrainingMemory(measured, null, new BigDecimal(400)).fits(gpus, gigabytes))
                    .isEqualTo(fits);
        }

        @Test
        void aFrozenLanguageModelTakesNoMoreThanAdapters() {
            Choice full = Choice.on("a100-40", null);
            Choice frozen = Choice.on("a100-40", null).frozen(FrozenPart.LANGUAGE_MODEL);

            assertThat(assumption(
                            tuning("llava-1.5-13b", "full", full).estimate(BUILT_IN), AssumptionCode.GPUS_BY_MEMORY))
                    .map(Assumption::value)
                    .contains("8");
            assertThat(assumption(
                            tuning("llava-1.5-13b", "full", frozen).estimate(BUILT_IN), AssumptionCode.GPUS_BY_MEMORY))
                    .map(Assumption::value)
                    .contains("1");
        }

        @ParameterizedTest(name = "{0} {1} on {3} x {2}: warned {4}")
        @CsvSource({
            "qwen2.5-vl-7b, full, a100-80, 1, true",
            "qwen2.5-vl-7b, full, a100-80, 2, false",
            "qwen2.5-vl-7b, full, a100-80, 8, false",
            "phi-3-vision,  full, l4,      8, true",
            "pixtral-12b,   full, h100-sxm, 2, true",
            "pixtral-12b,   full, h100-sxm, 3, false"
        })
        void tooFewAreWarnedOf(String model, String adapter, String gpu, int gpus, boolean warned) {
            Estimate estimate = tuning(model, adapter, Choice.on(gpu, gpus)).estimate(BUILT_IN);

            assertThat(warnings(estimate, WarningCode.MEMORY_EXCEEDED)).hasSize(warned ? 1 : 0);
            assertThat(assumption(estimate, AssumptionCode.GPUS_BY_MEMORY)).isEmpty();
            assertThat(estimate.total()).isNotNull();
        }

        /** Phi-3-vision took 36 GB on each of 8 GPUs: no number of L4 with 24 GB is known to do. */
        @Test
        void thatNoNumberOfGpusHoldsIsSaid() {
            Estimate estimate =
                    tuning("phi-3-vision", "full", Choice.on("l4", null)).estimate(BUILT_IN);

            assertThat(warnings(estimate, WarningCode.MEMORY_EXCEEDED))
                    .singleElement()
                    .satisfies(warning -> assertThat(warning)
                            .startsWith("Any number of l4 of 24 GB cannot hold the training")
                            .contains("36 GB on each of 8 GPUs", "MS-PHI-TUNING"));
        }

        @Test
        void ofAGpuThatIsNotKnownIsNotChecked() {
            Estimate estimate =
                    tuning("qwen2.5-vl-72b", "full", Choice.on("a800", 1)).estimate(BUILT_IN);

            assertThat(warnings(estimate, WarningCode.MEMORY_NOT_CHECKED))
                    .singleElement()
                    .satisfies(warning -> assertThat(warning).contains("the memory of a800 is not"));
        }

        @Test
        void hoursThatAreGivenAreThoseOfAllGpusNeeded() {
            assertThat(tuning("qwen2.5-vl-7b", "full", Choice.on("a100-80", null))
                            .trainingHours("10")
                            .estimate(BUILT_IN)
                            .total()
                            .expected())
                    .isEqualByComparingTo("20");
        }
    }

    @Nested
    class Machines {
        private static final Percentage CLOSE = Percentage.withPercentage(0.001);

        /** Phi-3-vision reached 97.6 % on 2 machines and 96.5 % on 4. */
        @ParameterizedTest(name = "{0} GPUs, {1} a machine: {2} of the speed")
        @CsvSource({
            "1,  ,   1,     false",
            "8,  ,   1,     false",
            "9,  ,   0.976, false",
            "16, ,   0.976, false",
            "16, 16, 1,     false",
            "16, 4,  0.965, false",
            "24, ,   0.965, false",
            "32, ,   0.965, false",
            "33, ,   0.965, true"
        })
        void eachGpuIsALittleSlower(int gpus, Integer gpusPerNode, BigDecimal efficiency, boolean warned) {
            Estimate estimate = tuning(
                            "qwen2.5-vl-7b", "lora", Choice.on("a100-80", gpus).gpusPerNode(gpusPerNode))
                    .estimate(BUILT_IN);
            Range one = hours("qwen2.5-vl-7b", "lora", Choice.on("a100-80", 1));

            assertThat(estimate.total().expected().multiply(efficiency)).isCloseTo(one.expected(), CLOSE);
            assertThat(assumption(estimate, AssumptionCode.MULTI_NODE).isPresent())
                    .isEqualTo(efficiency.compareTo(BigDecimal.ONE) < 0);
            assertThat(warnings(estimate, WarningCode.COMPUTE_UNTESTED)).hasSize(warned ? 1 : 0);
        }

        @Test
        void howLongTheJobTakesIsSaid() {
            Estimate estimate =
                    tuning("qwen2.5-vl-7b", "lora", Choice.on("a100-80", 4)).estimate(BUILT_IN);
            // 4 x 7.616e9 x 10,000,000 / (312e12 x 0.25 x 3600) = 1.08490 GPU-hours
            assertThat(assumption(estimate, AssumptionCode.TRAINING_DURATION))
                    .map(Assumption::text)
                    .contains("The job takes about 0.2712 hours on 4 GPUs at once, from 0.1507 to 0.6781.");
        }
    }

    @Nested
    class Speed {
        private static final String MODEL = "qwen2.5-vl-7b";

        @Test
        void recomputationAndFlashAttentionMatter() {
            Range full = hours(MODEL, "full", Choice.on("a100-80", 8));
            Range lora = hours(MODEL, "lora", Choice.on("a100-80", 8));

            assertRatio(hours(MODEL, "full", Choice.on("a100-80", 8).checkpointing()), full, "1.2222");
            assertRatio(hours(MODEL, "lora", Choice.on("a100-80", 8).checkpointing()), lora, "1.5");
            assertRatio(hours(MODEL, "full", Choice.on("a100-80", 8).withoutFlashAttention()), full, "1.7241");
            assertRatio(full, hours(MODEL, "full", Choice.on("a100-80", 8).packing()), "2.2");
        }

        /** The band is always 10 % to 45 %, unless a published run of the kind lies beyond. */
        @ParameterizedTest(name = "{0} {1}: {2} to {4} %")
        @CsvSource({
            "qwen2.5-vl-7b,     full,  10,  25, 45",
            "qwen2.5-vl-7b,     lora,  10,  25, 45",
            "qwen2.5-vl-7b,     qlora, 10,  21, 45",
            "phi-3-vision,      full,  10,  25, 45",
            "paligemma2-3b-224, lora,  10,  15, 45",
            "smolvlm-256m,      full,  1.6, 15, 45",
            "clip-vit-b-32,     full,  10,  12, 45"
        })
        void theBand(String model, String adapter, double least, double expected, double most) {
            Range hours = hours(model, adapter, Choice.on("a100-80", 1));
            double perPart = hours.expected().doubleValue() * expected;

            assertThat(hours.low().doubleValue() * most).isCloseTo(perPart, Percentage.withPercentage(0.01));
            assertThat(hours.high().doubleValue() * least).isCloseTo(perPart, Percentage.withPercentage(0.01));
        }

        @Test
        void aProjectorToASmallModelIsSlowerThanTheBand() {
            Choice projector = Choice.on("a100-80", 8).frozen(FrozenPart.LANGUAGE_MODEL, FrozenPart.VISION_TOWER);

            assertThat(assumption(
                            tuning("paligemma2-3b-224", "full", projector).estimate(BUILT_IN), AssumptionCode.COMPUTE))
                    .map(Assumption::text)
                    .hasValueSatisfying(text -> assertThat(text).contains("0.095, low and high as 0.45 and 0.09:"));
        }

        @Test
        void aMeasuredUtilizationLeavesNoBand() {
            Estimate estimate = tuning(
                            MODEL,
                            "full",
                            Choice.on("a100-80", 16)
                                    .utilization("0.5")
                                    .packing()
                                    .checkpointing())
                    .estimate(BUILT_IN);

            assertThat(estimate.total().exact()).isTrue();
            // 6 x 7.616e9 x 10,000,000 / (312e12 x 0.5 x 3600)
            assertThat(estimate.total().expected()).isEqualByComparingTo("0.813675");
            assertThat(warnings(estimate, WarningCode.INPUT_NOT_USED))
                    .containsExactly("Of compute, [checkpointing, packing] has no bearing: the utilization is given.");
            assertThat(assumption(estimate, AssumptionCode.MULTI_NODE)).isEmpty();
        }

        @Test
        void packingWasNotMeasuredWithoutItForLargerModels() {
            Choice unpacked = Choice.on("a100-80", 8);
            unpacked.packing = false;
            Estimate estimate = tuning(MODEL, "lora", unpacked).estimate(BUILT_IN);

            assertThat(estimate.total()).isEqualTo(hours(MODEL, "lora", Choice.on("a100-80", 8)));
            assertThat(warnings(estimate, WarningCode.INPUT_NOT_USED)).hasSize(1);
        }

        @Test
        void givenHoursNeedNothingElse() {
            Estimate estimate = tuning(
                            MODEL,
                            "full",
                            Choice.on("a100-80", 2).utilization("0.5").withoutFlashAttention())
                    .trainingHours("3")
                    .estimate(BUILT_IN);

            assertThat(estimate.total().expected()).isEqualByComparingTo("6");
            assertThat(warnings(estimate, WarningCode.INPUT_NOT_USED))
                    .containsExactly("Of compute, [utilization, flashAttention] has no bearing: the hours are given.");
        }

        @Test
        void timingsOfAnotherGpuAreSaidToBe() {
            assertThat(assumption(
                            tuning(MODEL, "lora", Choice.on("h100-sxm", 1)).estimate(BUILT_IN), AssumptionCode.COMPUTE))
                    .map(Assumption::text)
                    .hasValueSatisfying(text -> assertThat(text)
                            .contains("The timings are those of A100 GPUs; h100-sxm may reach another part."));
            assertThat(assumption(
                            tuning(MODEL, "lora", Choice.on("a100-40", 1)).estimate(BUILT_IN), AssumptionCode.COMPUTE))
                    .map(Assumption::text)
                    .hasValueSatisfying(text -> assertThat(text).doesNotContain("another part"));
        }
    }

    @Nested
    class Frozen {
        /** Passes through the language model of 6.74e9 parameters and the tower of 381.9e9 operations, in GPU-hours. */
        @ParameterizedTest(name = "{0} {1}: {2} and {3}")
        @CsvSource({
            "full, ,                            6, 3, 0.25",
            "full, vision-tower,                6, 1, 0.25",
            "full, language-model,              4, 3, 0.25",
            "full, language-model vision-tower, 4, 1, 0.33",
            "lora, ,                            4, 2, 0.25",
            "lora, vision-tower,                4, 1, 0.25"
        })
        void partsAreNotPassedAsOften(
                String adapter, String parts, int ofLanguageModel, int ofTower, double utilization) {
            FrozenPart[] frozen = parts == null
                    ? new FrozenPart[0]
                    : parts.contains(" ")
                            ? FrozenPart.values()
                            : new FrozenPart[] {
                                parts.equals("vision-tower") ? FrozenPart.VISION_TOWER : FrozenPart.LANGUAGE_MODEL
                            };
            Range hours = request("self-hosted/llava-1.5-7b", images(1000, "424", "1", 336, 336, Detail.AUTO))
                    .epochs(1)
                    .adapter(adapter)
                    .compute(Choice.on("a100-80", 1).frozen(frozen).build())
                    .ownPrice(Meter.GPU_HOUR, "1", null)
                    .estimate(BUILT_IN)
                    .total();

            double operations = (ofLanguageModel * 6.74e9 * 1000 + ofTower * 381.9e9) * 1000;
            assertThat(hours.expected().doubleValue())
                    .isCloseTo(operations / (312e12 * utilization * 3600), Percentage.withPercentage(0.001));
        }

        /** Text 5.96, image 8.8 gigaflops: 3 passes where trained, 1 where frozen. */
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({", 44.28", "language-model, 32.36", "vision-tower, 26.68"})
        void encodersOfClip(String part, double gigaflops) {
            FrozenPart[] frozen = part == null
                    ? new FrozenPart[0]
                    : new FrozenPart[] {
                        part.equals("vision-tower") ? FrozenPart.VISION_TOWER : FrozenPart.LANGUAGE_MODEL
                    };
            Estimate estimate = request("self-hosted/clip-vit-b-32", images(1_000_000, "9", "1", 800, 600, Detail.AUTO))
                    .epochs(1)
                    .compute(Choice.on("a100-80", 16).frozen(frozen).packing().build())
                    .ownPrice(Meter.GPU_HOUR, "1", null)
                    .estimate(BUILT_IN);

            assertThat(estimate.total().expected().doubleValue())
                    .isCloseTo(gigaflops * 1e15 / (312e12 * 0.12 * 3600), Percentage.withPercentage(0.001));
            assertThat(warnings(estimate, WarningCode.COMPUTE_UNTESTED))
                    .containsExactly("No time of a fine-tuning of CLIP is published; the utilization is that of its"
                            + " training from scratch.");
            assertThat(warnings(estimate, WarningCode.INPUT_NOT_USED))
                    .containsExactly("Of compute, [packing] has no bearing: texts and images of a model trained by"
                            + " contrast are all of one length.");
            assertThat(assumption(estimate, AssumptionCode.MULTI_NODE)).isEmpty();
        }

        @Test
        void clipKeepsOneEncoderToTrain() {
            assertThat(violations(tuning(
                            "clip-vit-b-32", "full", Choice.on(null, null).frozen(FrozenPart.values()))))
                    .containsExactly(new Violation(
                            "compute.frozen", "must leave one of both encoders to be trained: there is nothing else"));
        }
    }

    @Nested
    class Labor {
        @Test
        void hasItsLine() {
            Estimate estimate = tuning("qwen2.5-vl-7b", "lora", Choice.on("a100-80", 1))
                    .trainingHours("10")
                    .labor("40", "90")
                    .estimate(BUILT_IN);

            assertThat(estimate.total().expected()).isEqualByComparingTo("3610");
            assertThat(estimate.lines())
                    .filteredOn(line -> line.code() == LineCode.TRAINING_LABOR)
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.formula()).isEqualTo("40 hours x 90.00");
                        assertThat(line.source()).isEqualTo("request");
                        assertThat(line.grade()).hasToString("own");
                        assertThat(line.unit()).hasToString("hour");
                    });
            assertThat(warnings(estimate, WarningCode.LABOR_NOT_INCLUDED)).isEmpty();
        }

        @Test
        void thatIsNotGivenIsSaidOfOwnInfrastructureOnly() {
            assertThat(warnings(
                            tuning("qwen2.5-vl-7b", "lora", Choice.on("a100-80", 1))
                                    .estimate(BUILT_IN),
                            WarningCode.LABOR_NOT_INCLUDED))
                    .hasSize(1);
            assertThat(warnings(
                            request("azure/gpt-4o-2024-08-06", text(10, "10")).estimate(BUILT_IN),
                            WarningCode.LABOR_NOT_INCLUDED))
                    .isEmpty();
        }

        /** A job costs at least 4.00 at the provider, whatever its customer's people cost. */
        @Test
        void countsForNoLeastAmount() {
            Estimate estimate = request("mill/steps", text(1000, "100"))
                    .epochs(1)
                    .labor("2", "50")
                    .estimate(LAB);

            assertThat(estimate.total().expected()).isEqualByComparingTo("104");
        }
    }

    @Test
    void partsOutOfRangeAreNamed() {
        assertThat(violations(tuning(
                                "qwen2.5-vl-7b",
                                "lora",
                                Choice.on("a100-80", 10_001)
                                        .gpusPerNode(0)
                                        .precision("mixed")
                                        .utilization("0"))
                        .labor("-1", "-1")))
                .containsExactlyInAnyOrder(
                        new Violation("compute.gpus", "must be from 1 to 10000"),
                        new Violation("compute.gpusPerNode", "must be from 1 to 1000"),
                        new Violation("compute.precision", "must be one of [bf16]"),
                        new Violation(
                                "compute.utilization",
                                "must be above 0 and at most 1, with at most 18 digits after the point"),
                        new Violation(
                                "labor.hours", "must be from 0 to 1000000, with at most 18 digits after the point"),
                        new Violation(
                                "labor.hourlyRate",
                                "must be from 0 to 1000000000000, with at most 18 digits after the point"));
    }

    @ParameterizedTest
    @CsvSource({"1.01", "-0.1", "0.0000000000000000001"})
    void aUtilizationIsAPart(String utilization) {
        assertThat(violations(tuning("qwen2.5-vl-7b", "lora", Choice.on(null, 1).utilization(utilization))))
                .extracting(Violation::field)
                .containsExactly("compute.utilization");
    }
}

package io.epochwise.estimate;

import io.epochwise.catalog.FactStatus;
import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.TextTower;
import io.epochwise.catalog.VisionTower;
import io.epochwise.fault.Spelling;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.estimate.RequestBuilder.images;
import static io.epochwise.estimate.RequestBuilder.request;
import static io.epochwise.estimate.RequestBuilder.text;
import static io.epochwise.estimate.TestCatalogs.BUILT_IN;
import static io.epochwise.estimate.TestCatalogs.LAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Runs whose time was published hold the model of compute: its operations, and the band that is answered. */
class PublishedRunsTest {
    private static final double PEAK_OF_A100 = 312e12;
    /** Of ViT-B/32: 14.78 gigaflops of image and text, less 8.82 of the image. */
    private static final TextTower CLIP_TEXT =
            new TextTower(77, new BigDecimal("5.96"), "open_clip", null, Grade.OFFICIAL, FactStatus.STATED, null);

    private static VisionTower tower(String gigaflops, long crops) {
        return new VisionTower(
                "encoder",
                null,
                new BigDecimal(gigaflops),
                crops,
                "open_clip",
                null,
                Grade.OFFICIAL,
                FactStatus.STATED,
                null);
    }

    private static List<FrozenPart> frozen(String words) {
        return words == null
                ? List.of()
                : Stream.of(words.split(" "))
                        .map(word -> Spelling.parse(FrozenPart.values(), word).orElseThrow())
                        .toList();
    }

    private static ComputeChoice choice(String gpu, int gpus, String frozen, Boolean packing) {
        return new ComputeChoice(gpu, null, null, gpus, null, frozen(frozen), null, null, packing, null, null);
    }

    @ParameterizedTest(name = "{0}: {11} operations, {12} % of the peak")
    @CsvFileSource(resources = "/estimate/published-runs.csv", delimiter = '|', numLinesToSkip = 1)
    void operationsAndUtilization(
            String run,
            Long parameters,
            String adapter,
            String frozen,
            BigDecimal tokens,
            BigDecimal examples,
            BigDecimal images,
            String gigaflops,
            long crops,
            int gpus,
            double hours,
            BigDecimal operations,
            double utilization) {
        TrainedParts trained = new TrainedParts(adapter, frozen(frozen));
        TrainingOperations known = (parameters == null
                        ? TrainingOperations.ofTexts(CLIP_TEXT, examples, trained)
                        : TrainingOperations.ofTokens(parameters, Range.exactly(tokens.multiply(examples)), trained))
                .plusImages(tower(gigaflops, crops), images, trained);

        assertThat(known.count().exact()).isTrue();
        BigDecimal count = known.count().expected();
        assertThat(count.round(new MathContext(3))).isEqualByComparingTo(operations);
        assertThat(100 * count.doubleValue() / (gpus * PEAK_OF_A100 * hours * 3600))
                .isCloseTo(utilization, within(0.1));
    }

    /**
     * The hours measured lie within the band that is answered, near what is expected, and the utilization that is taken is
     * within the published ones of the same kind of training.
     */
    @ParameterizedTest(name = "{0}: {4} hours on {3} GPUs")
    @CsvSource(textBlock = """
            R1, self-hosted/llava-1.5-7b,  language-model vision-tower, 8,   3.5,      30, 37
            R2, self-hosted/llava-1.5-13b, language-model vision-tower, 8,   5.5,      30, 37
            R3, self-hosted/llava-1.5-7b,  vision-tower,                8,   10,       24, 31
            R4, self-hosted/llava-1.5-13b, vision-tower,                8,   20,       24, 31
            R5, self-hosted/phi-3-vision,  ,                            8,   3.208712, 24, 31
            R6, self-hosted/phi-3-vision,  ,                            8,   2.290574, 24, 31
            R7, mill/open-text-3b,         ,                            1,   3.087105, 55, 55.5
            R8, self-hosted/clip-vit-b-32, ,                            128, 36,       11, 16
            """)
    void theBandHoldsWhatWasMeasured(
            String run, String offering, String frozen, int gpus, double hours, double least, double most) {
        RequestBuilder request =
                switch (run) {
                    case "R1", "R2" -> request(offering, images(558_128, "40", "1", 336, 336, Detail.AUTO));
                    case "R3", "R4" -> request(offering, images(665_298, "310", "1", 336, 336, Detail.AUTO));
                    // 1,921 tokens of the image and the rest of 2,443.23
                    case "R5", "R6" -> request(offering, images(100_000, "522.23", "1", 640, 480, Detail.AUTO));
                    case "R7" -> request(offering, text(100_000, "1000"));
                    default -> request(offering, images(400_000_000, "20", "1", 640, 480, Detail.AUTO));
                };
        Estimate estimate = request.epochs(run.equals("R8") ? 32 : 1)
                .adapter(run.equals("R6") ? "lora" : "full")
                .compute(choice("a100-80", gpus, frozen, run.equals("R7") ? true : null))
                .ownPrice(Meter.GPU_HOUR, "1", null)
                .estimate(run.equals("R7") ? LAB : BUILT_IN);

        Range gpuHours = estimate.total();
        BigDecimal measured = BigDecimal.valueOf(gpus * hours);
        assertThat(measured).isBetween(gpuHours.low(), gpuHours.high());
        assertThat(gpuHours.expected()).isCloseTo(measured, Percentage.withPercentage(12));
        assertThat(100 * Double.parseDouble(value(estimate, AssumptionCode.COMPUTE)))
                .isBetween(least, most);
        assertThat(Double.parseDouble(value(estimate, AssumptionCode.TRAINING_DURATION)))
                .isCloseTo(gpuHours.expected().doubleValue() / gpus, Percentage.withPercentage(0.05));
    }

    private static String value(Estimate estimate, AssumptionCode code) {
        return estimate.assumptions().stream()
                .filter(assumption -> assumption.code() == code)
                .findFirst()
                .orElseThrow()
                .value();
    }

    /**
     * Qwen2.5-VL 7B with full recomputation on 2 A100 at a micro-batch of 1 reached 15 % in full and 17 % with LoRA; with
     * packed sequences a 3B text model reached 45 % of 55 % with recomputation, and 13 % without packing.
     */
    @ParameterizedTest(name = "{0} {1}, checkpointing {2}, packing {3}: {4} %")
    @CsvSource({
        "self-hosted/qwen2.5-vl-7b, full,  true,  ,      15",
        "self-hosted/qwen2.5-vl-7b, lora,  true,  ,      17",
        "mill/open-text-3b,         full,  true,  true,  45",
        "mill/open-text-3b,         full,  false, true,  55",
        "mill/open-text-3b,         lora,  ,      true,  34",
        "mill/open-text-3b,         qlora, ,      true,  33",
        "mill/open-text-3b,         full,  ,      false, 13"
    })
    void theBandHoldsOtherKindsOfTraining(
            String offering, String adapter, Boolean checkpointing, Boolean packing, double percent) {
        boolean lab = offering.startsWith("mill");
        ComputeChoice choice =
                new ComputeChoice(null, null, null, 2, null, null, null, checkpointing, packing, null, null);
        Estimate estimate = request(offering, text(1000, "1000"))
                .epochs(1)
                .adapter(adapter)
                .compute(choice)
                .ownPrice(Meter.GPU_HOUR, "1", null)
                .estimate(lab ? LAB : BUILT_IN);
        Range hours = estimate.total();
        double expected = 100 * Double.parseDouble(value(estimate, AssumptionCode.COMPUTE));
        double measured = hours.expected().doubleValue() * expected / percent;

        assertThat(measured).isBetween(hours.low().doubleValue(), hours.high().doubleValue());
        if (lab) {
            assertThat(expected).isCloseTo(percent, within(0.1));
        }
    }

    /** Phi-3-vision with LoRA ran 1.40 times as fast as in full, with QLoRA at 0.87 of that, without flash attention at 0.58. */
    @Test
    void adaptersAndFlashAttentionAgainstTheirRatios() {
        double full = phiHours("full", null);
        double lora = phiHours("lora", null);

        assertThat(full / lora).isBetween(1.40, 1.501);
        assertThat(lora / phiHours("qlora", null)).isCloseTo(0.87, within(0.04));
        assertThat(full / phiHours("full", false)).isCloseTo(0.58, within(0.001));
    }

    private static double phiHours(String adapter, Boolean flashAttention) {
        return request("self-hosted/phi-3-vision", images(1000, "500", "1", 640, 480, Detail.AUTO))
                .epochs(1)
                .adapter(adapter)
                .compute(new ComputeChoice(null, null, null, 8, null, null, null, null, null, flashAttention, null))
                .ownPrice(Meter.GPU_HOUR, "1", null)
                .estimate(BUILT_IN)
                .total()
                .expected()
                .doubleValue();
    }

    /**
     * R9, QLoRA of Qwen2-VL 7B on one L4 (philschmid/deep-learning-pytorch-huggingface): about 1,000 samples x 3 epochs in
     * 1:31:58. Their tokens are not stated; of images within the README's range they are at most 1,280, and with so many the
     * band holds the time. At 0.9776 an hour it cost 1.50, not the 1.4 of the page.
     */
    @Test
    void aSmallRunIsNotFarOff() {
        RequestBuilder request = request("self-hosted/qwen2-vl-7b", text(1000, "1280"))
                .epochs(3)
                .adapter("qlora")
                .compute(choice("l4", 1, null, null))
                .ownPrice(Meter.GPU_HOUR, "0.9776", null);
        Range estimated = request.estimate(BUILT_IN).total();
        Range measured = request.trainingHours("1.532778").estimate(BUILT_IN).total();

        assertThat(measured.expected()).isCloseTo(new BigDecimal("1.50"), within(new BigDecimal("0.005")));
        assertThat(measured.expected()).isBetween(estimated.low(), estimated.high());
    }
}

package io.epochwise.estimate;

import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Method;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.estimate.RequestBuilder.images;
import static io.epochwise.estimate.RequestBuilder.request;
import static io.epochwise.estimate.RequestBuilder.text;
import static io.epochwise.estimate.TestCatalogs.BUILT_IN;
import static org.assertj.core.api.Assertions.assertThat;

/** Jobs whose cost or time a vendor or an author published, estimated on the catalog that ships with the service. */
class PublishedJobsTest {
    private static Range exactly(String value) {
        return Range.exactly(new BigDecimal(value));
    }

    private static EstimateLine line(Estimate estimate, LineCode code) {
        return estimate.lines().stream()
                .filter(line -> line.code() == code)
                .findFirst()
                .orElseThrow();
    }

    /** docs.ori.co: 5M tokens x 3 epochs + 1M tokens of validation = 16M tokens, 7.36. */
    @Test
    void oriBillsValidationOnce() {
        Estimate estimate = request("ori/models-up-to-10b", text(5000, "1000"))
                .epochs(3)
                .validation(text(1000, "1000"))
                .estimate(BUILT_IN);
        assertThat(estimate.total()).isEqualTo(exactly("7.36"));
    }

    /** M-DOCS: at least 4.00 a job and 2.00 a model and month; at a price that keeps the job below, 4 + 2n. */
    @ParameterizedTest
    @CsvSource({"0, 4.00", "3, 10.00", "12, 28.00"})
    void mistralHasAMinimumAndStorage(String months, String total) {
        Estimate estimate = request("mistral/pixtral-12b-2409", text(100, "1000"))
                .epochs(1)
                .asOf("2025-06-01")
                .ownPrice(Meter.TRAINING, "1.00", null)
                .storageMonths(months)
                .estimate(BUILT_IN);
        assertThat(estimate.total()).isEqualTo(exactly(total));
    }

    /** B-PAGE: 1,000 examples of 3,500 tokens, 2 epochs: 7.0M x 3.50 = 24.50; one unit for 730 hours: 16,790.00. */
    @Test
    void bedrockServesLlamaByTheHour() {
        RequestBuilder request = request("aws/meta.llama3-2-11b-instruct-v1:0", text(1000, "3500"))
                .epochs(2);
        Estimate training = request.estimate(BUILT_IN);
        assertThat(line(training, LineCode.TRAINING_TOKENS).amount()).isEqualTo(exactly("24.50"));
        assertThat(training.warnings())
                .extracting(Warning::code)
                .contains(WarningCode.SERVING_NOT_INCLUDED, WarningCode.STORAGE_NOT_INCLUDED);
        Estimate served = request.serving(ServingChoice.of(null, null, null, null))
                .storageMonths("1")
                .estimate(BUILT_IN);
        assertThat(line(served, LineCode.SERVING_UNITS).amount()).isEqualTo(exactly("16790.00"));
        assertThat(served.total()).isEqualTo(exactly("16816.45"));
    }

    /** 1.70 an hour for a month of 730 hours: 1,241.00 (AZ-RETAIL). */
    @Test
    void azureHostsByTheHour() {
        Estimate estimate = request("azure/gpt-4o-2024-08-06", text(10, "10"))
                .tier("global")
                .hostingHours("730")
                .estimate(BUILT_IN);
        assertThat(line(estimate, LineCode.HOSTING).amount()).isEqualTo(exactly("1241.00"));
    }

    /**
     * Published runs of open models (README of haotian-liu/LLaVA): the hours of all GPUs lie within the band that is
     * answered for the compute model.
     */
    @ParameterizedTest(name = "{0}: {1} examples in {3} GPU-hours")
    @CsvSource({
        "self-hosted/llava-1.5-7b,  665298, 310, 80,  full",
        "self-hosted/llava-1.5-13b, 665298, 310, 160, full",
        "self-hosted/llava-1.5-7b,  558128, 40,  28,  lora",
        "self-hosted/llava-1.5-13b, 558128, 40,  44,  lora"
    })
    void theBandHoldsPublishedRuns(String offering, long examples, String text, String gpuHours, String adapter) {
        Estimate estimate = request(offering, images(examples, text, "1", 336, 336, Detail.AUTO))
                .epochs(1)
                .adapter(adapter)
                .compute(ComputeChoice.of("a100-80", "runpod", null, null))
                .estimate(BUILT_IN);
        EstimateLine line = line(estimate, LineCode.TRAINING_GPU_HOURS);
        BigDecimal price = line.unitPrice();
        assertThat(new BigDecimal(gpuHours))
                .isBetween(
                        line.amount().low().divide(price, 2, RoundingMode.DOWN),
                        line.amount().high().divide(price, 2, RoundingMode.UP));
    }

    /** Nova 2 Lite is tuned in us-east-1 only (B-FT). */
    @ParameterizedTest
    @CsvSource({"us-east-1, false", "US East 1, false", "us-west-2, true"})
    void aRegionWithoutTrainingIsSaid(String region, boolean warned) {
        Estimate estimate = request("aws/amazon.nova-2-lite-v1:0", text(10, "10"))
                .region(region)
                .estimate(BUILT_IN);
        assertThat(estimate.warnings().stream().anyMatch(warning -> warning.code() == WarningCode.REGION_NOT_OFFERED))
                .isEqualTo(warned);
    }

    @Test
    void aSummaryWithImagesOfDisputedTokensSaysSo() {
        Estimate estimate = request("google/gemini-2.5-flash", images(1000, "500", "1", 640, 480, Detail.AUTO))
                .epochs(2)
                .asOf("2026-09-01")
                .estimate(BUILT_IN);
        // 1,000 x 2 x (500 + 258) tokens at 5.00, and up to (500 + 1,032)
        assertThat(estimate.total())
                .isEqualTo(new Range(new BigDecimal("7.58"), new BigDecimal("7.58"), new BigDecimal("15.32")));
        assertThat(estimate.warnings()).extracting(Warning::code).contains(WarningCode.IMAGE_TOKENS_DISPUTED);
    }

    /**
     * OPEN-CLIP: ViT-B/32 takes 14.78 gigaflops forward for an image and a text, ViT-L/14 at 336 takes 395.2; contrastive
     * training takes 3 times as much, at 12 % of the peak. How long the texts are does not matter: all are filled up.
     */
    @ParameterizedTest
    @CsvSource({"clip-vit-b-32, 14.78", "clip-vit-b-16, 41.06", "clip-vit-l-14, 175.3", "clip-vit-l-14-336, 395.2"})
    void clipIsTrainedOnTextAndImageAtOnce(String model, double gigaflopsForward) {
        EstimateLine hours = line(
                request("self-hosted/" + model, images(500_000, "20", "1", 640, 480, Detail.AUTO))
                        .epochs(2)
                        .estimate(BUILT_IN),
                LineCode.TRAINING_GPU_HOURS);
        double operations = hours.quantity().doubleValue() * 312e12 * 0.12 * 3600;

        assertThat(operations / (3 * gigaflopsForward * 1e9 * 1_000_000)).isBetween(0.998, 1.001);
    }

    /** The vendor says that there is no least amount; two reports of 2026 say 4.00 a job. */
    @ParameterizedTest
    @CsvSource({"1000, 0.48, 4.00", "10000, 4.80, 4.80"})
    void togethersDisputedMinimumIsInTheHighBound(int examples, String expected, String high) {
        Range total = request("together/qwen3-vl-8b", text(examples, "1000"))
                .epochs(1)
                .estimate(BUILT_IN)
                .total();

        assertThat(total.low()).isEqualByComparingTo(expected);
        assertThat(total.expected()).isEqualByComparingTo(expected);
        assertThat(total.high()).isEqualByComparingTo(high);
    }

    @ParameterizedTest
    @CsvSource({"nebius, PRICE_IN_CONFLICT", "lambda, PRICE_UNVERIFIED"})
    void aPriceOfGpusThatIsInDoubtIsSaidToBe(String provider, WarningCode code) {
        assertThat(request("self-hosted/qwen3-vl-8b", text(1000, "500"))
                        .epochs(1)
                        .asOf("2026-11-23")
                        .compute(ComputeChoice.of("h100-sxm", provider, null, null))
                        .estimate(BUILT_IN)
                        .warnings())
                .extracting(Warning::code)
                .contains(code);
    }

    /** F-GPU: 50 % more within a region; what training costs does not depend on it. */
    @Test
    void fireworksServesWithinARegionAtHalfAsMuchAgain() {
        Estimate estimate = request("fireworks/qwen2.5-vl-7b", text(1000, "1000"))
                .epochs(1)
                .asOf("2026-11-23")
                .serving(ServingChoice.of(null, "h100-region-restricted", 1, new BigDecimal(10)))
                .estimate(BUILT_IN);

        assertThat(estimate.total()).isEqualTo(exactly("120.50"));
    }

    @Test
    void aMissingPriceIsNotExplainedByThatOfAnotherMethod() {
        assertThat(request("fireworks/qwen2.5-vl-72b", text(1000, "500"))
                        .epochs(1)
                        .asOf("2026-11-23")
                        .method(Method.RFT)
                        .estimate(BUILT_IN)
                        .warnings())
                .filteredOn(warning -> warning.code() == WarningCode.MISSING_PRICE)
                .extracting(Warning::text)
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith("neither the unit nor the price was found.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "qwen2.5-vl-7b | rtx-4090 | The peak of rtx-4090 is disputed: tensor cores with fp32 accumulation",
                "qwen3-vl-8b   | a100-80  | The size of the model is assumed.",
                "qwen2-vl-7b   | a100-80  | The size of the model is unverified: the name says 7B",
            })
    void computeSaysWhatOfItIsInDoubt(String model, String gpu, String text) {
        assertThat(request("self-hosted/" + model, text(1000, "500"))
                        .epochs(1)
                        .compute(ComputeChoice.of(gpu, null, null, null))
                        .estimate(BUILT_IN)
                        .assumptions())
                .filteredOn(assumption -> assumption.code() == AssumptionCode.COMPUTE)
                .extracting(Assumption::text)
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains(text);
    }
}

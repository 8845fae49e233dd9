package io.epochwise.estimate;

import io.epochwise.catalog.Meter;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
        Estimate served = request.serving(new ServingChoice(null, null, null, null))
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
                .compute(new ComputeChoice("a100-80", "runpod", null, null))
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
}

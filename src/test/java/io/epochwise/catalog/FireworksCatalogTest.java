package io.epochwise.catalog;

import io.epochwise.fault.Spelling;
import io.epochwise.policy.AvailabilityRules;
import io.epochwise.policy.Organization;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageTokens;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the catalog must say of Fireworks AI; prices are USD per 1,000,000 tokens, or per hour and GPU. */
class FireworksCatalogTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(textBlock = """
            qwen2p5-vl-7b-instruct,      sft, lora, 0.50
            qwen2p5-vl-7b-instruct,      dpo, lora, 1.00
            qwen2p5-vl-7b-instruct,      sft, full, 1.00
            qwen2p5-vl-7b-instruct,      dpo, full, 2.00
            qwen3-vl-8b-instruct,        sft, lora, 0.50
            qwen2p5-vl-32b-instruct,     sft, lora, 3.00
            qwen2p5-vl-72b-instruct,     sft, full, 6.00
            qwen3-vl-30b-a3b-instruct,   sft, lora, 3.00
            qwen3-vl-30b-a3b-instruct,   dpo, full, 12.00
            qwen3-vl-235b-a22b-instruct, sft, lora, 6.00
            qwen3-vl-235b-a22b-instruct, dpo, full, 24.00
            """)
    void trainingOfTheModels(String model, String method, String adapter, String expected) {
        assertThat(training(offering(model), method, adapter)).isEqualTo(expected);
    }

    /** F-EST: the first bracket whose upper bound is at least the number of parameters. */
    @ParameterizedTest(name = "{0} parameters: SFT LoRA {1}, DPO LoRA {2}, SFT full {3}, DPO full {4}")
    @CsvSource(textBlock = """
            1,             0.50,  1.00,  1.00,  2.00
            16000000000,   0.50,  1.00,  1.00,  2.00
            16000000001,   3.00,  6.00,  6.00,  12.00
            16100000000,   3.00,  6.00,  6.00,  12.00
            80000000000,   3.00,  6.00,  6.00,  12.00
            80000000001,   6.00,  12.00, 12.00, 24.00
            80100000000,   6.00,  12.00, 12.00, 24.00
            300000000000,  6.00,  12.00, 12.00, 24.00
            300000000001,  10.00, 20.00, 20.00, 40.00
            1000000000000, 10.00, 20.00, 20.00, 40.00
            """)
    void trainingByBracket(long parameters, String sftLora, String dpoLora, String sftFull, String dpoFull) {
        Offering sized = TogetherCatalogTest.withSize("fireworks", parameters);

        assertThat(training(sized, "sft", "lora")).isEqualTo(sftLora);
        assertThat(training(sized, "dpo", "lora")).isEqualTo(dpoLora);
        assertThat(training(sized, "sft", "full")).isEqualTo(sftFull);
        assertThat(training(sized, "dpo", "full")).isEqualTo(dpoFull);
    }

    @ParameterizedTest(name = "{0} parameters: {1}")
    @CsvSource({"15999999999, 0", "16000000000, unknown", "16100000000, unknown"})
    void reinforcementTuningIsFreeBelow16Billion(long parameters, String expected) {
        Offering sized = TogetherCatalogTest.withSize("fireworks", parameters);

        assertThat(training(sized, "rft", "lora")).isEqualTo(expected);
        assertThat(training(sized, "rft", "full")).isEqualTo(expected);
    }

    @Test
    void thatSmallModelsWereSaidToBeFreeIsNoted() {
        assertThat(offering("qwen3-vl-8b").price(new PriceQuery(Meter.TRAINING, null, null, Method.SFT, "lora", TODAY)))
                .get()
                .satisfies(price -> assertThat(price.note()).contains("free"))
                .satisfies(price -> assertThat(price.grade()).isEqualTo(Grade.OFFICIAL_COPY));
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(textBlock = """
            h100,                    2025-06-30, 5.80
            h100,                    2026-02-12, 5.80
            h100,                    2026-02-13, 4.00
            h100,                    2026-06-30, 4.00
            h100,                    2026-08-31, 7.00
            h100,                    2026-09-01, 8.00
            h100,                    2026-11-23, 8.00
            h200,                    2026-02-13, 6.00
            h200,                    2026-08-31, 7.00
            h200,                    2026-09-01, 8.00
            a100,                    2026-02-13, 2.90
            a100,                    2026-11-23, unknown
            b200,                    2026-02-13, 9.00
            b200,                    2026-08-31, 10.00
            b200,                    2026-10-07, 13.00
            b300,                    2026-02-13, none
            b300,                    2026-08-31, 12.00
            b300,                    2026-10-07, 15.00
            gb300,                   2026-10-06, none
            gb300,                   2026-10-07, 20.00
            h100-region-restricted,  2026-08-31, none
            h100-region-restricted,  2026-11-23, 12.00
            h200-region-restricted,  2026-11-23, 12.00
            b200-region-restricted,  2026-11-23, 19.50
            b300-region-restricted,  2026-11-23, 22.50
            gb300-region-restricted, 2026-11-23, 30.00
            """)
    void hoursOfGpus(String gpu, LocalDate asOf, String expected) {
        assertThat(amount(offering("qwen3-vl-30b-a3b"), new PriceQuery(Meter.GPU_HOUR, null, null, gpu, asOf)))
                .isEqualTo(expected);
        assertThat(amount(offering("qwen2.5-vl-7b"), new PriceQuery(Meter.GPU_HOUR, null, null, gpu, asOf)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}, {3}")
    @CsvSource(textBlock = """
            h100,                    2026-08-31, secondary,     assumed
            h100,                    2026-09-01, official-copy, stated
            b200,                    2026-09-15, official-copy, assumed
            b200,                    2026-10-07, official-copy, stated
            b200-region-restricted,  2026-10-07, derived,       stated
            """)
    void howSureTheHoursAre(String gpu, LocalDate asOf, String grade, String status) {
        Price price = offering("qwen3-vl-8b")
                .price(new PriceQuery(Meter.GPU_HOUR, null, null, gpu, asOf))
                .orElseThrow();

        assertThat(price.grade()).hasToString(grade);
        assertThat(price.status()).hasToString(status);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            qwen3-vl-30b-a3b, input,        0.15
            qwen3-vl-30b-a3b, cached-input, 0.075
            qwen3-vl-30b-a3b, output,       0.60
            qwen3-vl-30b-a3b, batch-input,  0.075
            qwen3-vl-30b-a3b, batch-output, 0.30
            qwen3-vl-30b-a3b, tuned-input,  none
            qwen3-vl-8b,      input,        unknown
            qwen3-vl-235b,    output,       unknown
            """)
    void inference(String model, String meter, String expected) {
        PriceQuery query = new PriceQuery(Spelling.parse(Meter.values(), meter).orElseThrow(), null, null, null, TODAY);

        assertThat(amount(offering(model), query)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}, on images {2}")
    @CsvSource(textBlock = """
            qwen2.5-vl-7b,    stated,  available, unknown
            qwen2.5-vl-32b,   stated,  available, unknown
            qwen2.5-vl-72b,   stated,  available, unknown
            qwen3-vl-8b,      assumed, unknown,   unknown
            qwen3-vl-30b-a3b, assumed, unknown,   unknown
            qwen3-vl-235b,    assumed, unknown,   unknown
            """)
    void howTheyAreTunedAndServed(String model, String status, String onImages, String byPreferenceOnImages) {
        Offering offering = offering(model);

        assertThat(offering.fineTuning().adapters()).containsExactly("lora", "full");
        assertThat(offering.fineTuning().status()).hasToString(status);
        assertThat(offering.serving()).singleElement().satisfies(way -> assertThat(way.mode())
                .isEqualTo(ServingMode.GPU_HOUR));
        assertThat(AvailabilityRules.training(offering, Method.SFT, true, Organization.UNKNOWN, TODAY)
                        .verdict())
                .hasToString(onImages);
        assertThat(AvailabilityRules.training(offering, Method.DPO, true, Organization.UNKNOWN, TODAY)
                        .verdict())
                .hasToString(byPreferenceOnImages);
    }

    /** Counts of the open models' own rule, high with the two markers; Fireworks states none. */
    @ParameterizedTest(name = "{0}: {1} x {2} is {3} tokens")
    @CsvSource(textBlock = """
            qwen2.5-vl-7b,    640,  480,  391
            qwen2.5-vl-72b,   4032, 3024, 15552
            qwen3-vl-8b,      640,  480,  300
            qwen3-vl-30b-a3b, 4032, 3024, 11844
            """)
    void imageTokens(String model, int width, int height, int expected) {
        assertThat(offering(model).imageBilling(TODAY).orElseThrow().tokens(width, height, Detail.AUTO))
                .isEqualTo(new ImageTokens.Counted(new TokenRange(expected, expected, expected + 2)));
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource(textBlock = """
            examples,                3,  3000000, ''
            image-format,            '', '',      png jpeg
            image-source,            '', '',      base64
            file-format,             '', '',      jsonl
            example-format,          '', '',      openai-chat
            adapters-per-deployment, '', 100,     ''
            """)
    void limits(String name, String min, String max, String values) {
        Limit limit = offering("qwen3-vl-8b")
                .limit(Spelling.parse(LimitName.values(), name).orElseThrow(), null, TODAY)
                .orElseThrow();

        assertThat(limit.min() == null ? "" : limit.min().toPlainString()).isEqualTo(min);
        assertThat(limit.max() == null ? "" : limit.max().toPlainString()).isEqualTo(max);
        assertThat(String.join(" ", limit.values())).isEqualTo(values);
    }

    @Test
    void imagesPerExampleAreNotKnownToBeLimited() {
        assertThat(offering("qwen3-vl-8b").limit(LimitName.IMAGES_PER_EXAMPLE, null, TODAY))
                .isEmpty();
    }

    private static String training(Offering offering, String method, String adapter) {
        Method tuned = Spelling.parse(Method.values(), method).orElseThrow();
        return amount(offering, new PriceQuery(Meter.TRAINING, null, null, tuned, adapter, TODAY));
    }

    /** {@code unknown}: no amount is known; {@code none}: there is no such price. */
    private static String amount(Offering offering, PriceQuery query) {
        return offering.price(query)
                .map(price ->
                        price.amount() == null ? "unknown" : price.amount().toPlainString())
                .orElse("none");
    }

    private static Offering offering(String model) {
        return CATALOG.require("fireworks/" + model);
    }
}

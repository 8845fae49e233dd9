package io.epochwise.catalog;

import io.epochwise.fault.Spelling;
import io.epochwise.policy.AvailabilityRules;
import io.epochwise.policy.Organization;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the catalog must say of Together AI; prices are USD per 1,000,000 tokens, per job, or per hour and GPU. */
class TogetherCatalogTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** Low, amount and high; {@code unknown}: no amount is known; {@code none}: there is no such price. */
    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(textBlock = """
            Qwen/Qwen3-VL-8B-Instruct,                     sft, lora, 0.48
            Qwen/Qwen3-VL-8B-Instruct,                     sft, full, 0.54 0.54 1.20
            Qwen/Qwen3-VL-8B-Instruct,                     dpo, lora, 0.54 1.20 1.20
            Qwen/Qwen3-VL-8B-Instruct,                     dpo, full, 1.35
            google/gemma-3-4b-it,                          sft, lora, 0.48
            google/gemma-3-12b-it,                         sft, lora, 0.48
            google/gemma-3-27b-it,                         sft, lora, 1.50
            Qwen/Qwen3-VL-30B-A3B-Instruct,                sft, lora, 1.50
            Qwen/Qwen3-VL-30B-A3B-Instruct,                sft, full, 1.65 1.65 3.75
            Qwen/Qwen3-VL-30B-A3B-Instruct,                dpo, lora, 1.65 3.75 3.75
            Qwen/Qwen3-VL-30B-A3B-Instruct,                dpo, full, 4.12
            Qwen/Qwen3-VL-235B-A22B-Instruct,              sft, lora, 6.00
            Qwen/Qwen3-VL-235B-A22B-Instruct,              dpo, lora, 15.00
            Qwen/Qwen3-VL-235B-A22B-Instruct,              sft, full, none
            meta-llama/Llama-4-Scout-17B-16E-Instruct,     sft, lora, unknown
            meta-llama/Llama-4-Maverick-17B-128E-Instruct, sft, lora, 3.00
            meta-llama/Llama-4-Maverick-17B-128E-Instruct, dpo, lora, unknown
            """)
    void trainingOfTheModels(String model, String method, String adapter, String expected) {
        assertThat(training(offering(model), method, adapter)).isEqualTo(expected);
    }

    /** The bracket follows all parameters; the page leaves a hole between 69B and 70B and ends at 100B. */
    @ParameterizedTest(name = "{0} parameters, {1} {2}: {3}")
    @CsvSource(textBlock = """
            1,            sft, lora, 0.48
            16000000000,  sft, lora, 0.48
            16000000001,  sft, lora, 1.50
            16100000000,  sft, lora, 1.50
            17000000000,  dpo, full, 4.12
            46700000000,  sft, lora, 1.50
            69000000000,  sft, lora, 1.50
            69000000001,  sft, lora, unknown
            69999999999,  dpo, full, unknown
            70000000000,  sft, lora, 2.90
            70000000000,  sft, full, 3.20 3.20 7.25
            70000000000,  dpo, lora, 3.20 7.25 7.25
            100000000000, dpo, full, 8.00
            100000000001, sft, lora, unknown
            100000000001, dpo, full, unknown
            """)
    void trainingByBracket(long parameters, String method, String adapter, String expected) {
        assertThat(training(sized(parameters), method, adapter)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            Qwen/Qwen3-VL-8B-Instruct,                     lora, stated
            Qwen/Qwen3-VL-8B-Instruct,                     full, conflict
            Qwen/Qwen3-VL-235B-A22B-Instruct,              lora, assumed
            meta-llama/Llama-4-Maverick-17B-128E-Instruct, lora, unverified
            """)
    void howSureThePriceOfSupervisedTuningIs(String model, String adapter, String status) {
        assertThat(offering(model)
                        .price(new PriceQuery(Meter.TRAINING, null, null, Method.SFT, adapter, TODAY))
                        .orElseThrow()
                        .status())
                .hasToString(status);
    }

    /** The vendor says that there is no minimum, two reports say 4.00. */
    @Test
    void theMinimumOfAJobIsDisputed() {
        for (Offering offering : offerings()) {
            assertThat(amounts(offering, new PriceQuery(Meter.JOB_MINIMUM, null, null, null, TODAY)))
                    .as(offering.id())
                    .isEqualTo("0 0 4.00");
        }
    }

    @ParameterizedTest(name = "{0} of {1} on {2}: {3}")
    @CsvSource(textBlock = """
            gpu-hour,     h100, 2026-11-23, 3.99 6.49 9.95
            gpu-hour,     b200, 2026-11-23, 3.99 11.95 11.95
            gpu-hour,     h200, 2026-11-23, none
            storage,      ,     2026-11-23, unknown
            input,        ,     2026-11-23, 0.27
            output,       ,     2026-11-23, 0.85
            tuned-input,  ,     2026-02-12, none
            tuned-input,  ,     2026-02-13, 0.27
            tuned-output, ,     2026-08-17, 0.85
            tuned-output, ,     2026-08-18, none
            """)
    void servingLlama4Maverick(String meter, String variant, LocalDate asOf, String expected) {
        PriceQuery query =
                new PriceQuery(Spelling.parse(Meter.values(), meter).orElseThrow(), null, null, variant, asOf);

        assertThat(amounts(offering("llama-4-maverick"), query)).isEqualTo(expected);
    }

    @Test
    void dedicatedEndpointsServeAll() {
        assertThat(offerings()).hasSize(8).allSatisfy(offering -> assertThat(offering.serving())
                .filteredOn(way -> way.inForce(TODAY))
                .singleElement()
                .satisfies(way -> assertThat(way.mode()).isEqualTo(ServingMode.GPU_HOUR)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            qwen3-vl-8b,        lora full
            qwen3-vl-30b-a3b,   lora full
            qwen3-vl-235b-a22b, lora
            llama-4-scout,      lora
            llama-4-maverick,   lora
            gemma-3-4b,         lora full
            gemma-3-12b,        lora full
            gemma-3-27b,        lora full
            """)
    void howTheyAreTuned(String model, String adapters) {
        FineTuning tuning = offering(model).fineTuning();

        assertThat(String.join(" ", tuning.adapters())).isEqualTo(adapters);
        assertThat(tuning.visionMethods()).containsExactly(Method.SFT);
        assertThat(tuning.validation()).isEqualTo(ValidationBilling.PER_EVALUATION);
        assertThat(tuning.packingOff()).isTrue();
        assertThat(tuning.schedule()).isEqualTo(Schedule.EPOCHS);
        assertThat(AvailabilityRules.training(offering(model), Method.SFT, true, Organization.UNKNOWN, TODAY)
                        .verdict())
                .hasToString("available");
    }

    /** Counts of the open models' own rules, high with the markers; Together states one for Llama vision models only. */
    @ParameterizedTest(name = "{0}: {1} x {2} is {3}, {4}, {5} tokens")
    @CsvSource(textBlock = """
            qwen3-vl-8b,   640,  480,  300,   300,   302
            qwen3-vl-8b,   4032, 3024, 11844, 11844, 11846
            gemma-3-12b,   4032, 3024, 256,   256,   260
            llama-4-scout, 640,  480,  727,   727,   3202
            llama-4-scout, 559,  559,  727,   727,   1601
            llama-4-scout, 4032, 3024, 1887,  1887,  6404
            """)
    void imageTokens(String model, int width, int height, int low, int expected, int high) {
        assertThat(offering(model).imageBilling(TODAY).orElseThrow().tokens(width, height, Detail.AUTO))
                .isEqualTo(new ImageTokens.Counted(new TokenRange(low, expected, high)));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(textBlock = """
            images-per-example, 10,          ''
            image-bytes,        10000000,    ''
            image-format,       '',          png jpeg webp
            image-role,         '',          user
            image-source,       '',          base64
            file-bytes,         50000000000, ''
            """)
    void limits(String name, String max, String values) {
        Limit limit = offering("gemma-3-27b")
                .limit(Spelling.parse(LimitName.values(), name).orElseThrow(), null, TODAY)
                .orElseThrow();

        assertThat(limit.max() == null ? "" : limit.max().toPlainString()).isEqualTo(max);
        assertThat(String.join(" ", limit.values())).isEqualTo(values);
    }

    private static String training(Offering offering, String method, String adapter) {
        Method tuned = Spelling.parse(Method.values(), method).orElseThrow();
        return amounts(offering, new PriceQuery(Meter.TRAINING, null, null, tuned, adapter, TODAY));
    }

    private static String amounts(Offering offering, PriceQuery query) {
        return offering.price(query)
                .map(price -> price.amount() == null
                        ? "unknown"
                        : Stream.of(price.low(), price.amount(), price.high())
                                .filter(Objects::nonNull)
                                .map(Object::toString)
                                .collect(Collectors.joining(" ")))
                .orElse("none");
    }

    private static List<Offering> offerings() {
        return CATALOG.offerings().stream()
                .filter(offering -> offering.provider().equals("together"))
                .toList();
    }

    private static Offering offering(String model) {
        return CATALOG.require("together/" + model);
    }

    /** A model of that size with the prices all models share. */
    private static Offering sized(long parameters) {
        return withSize("together", parameters);
    }

    /** An offering of that size, added to a built-in file, with the prices the file's models share. */
    static Offering withSize(String provider, long parameters) {
        String name = provider + ".yaml";
        try {
            String text = Files.readString(Path.of("src/main/resources/catalog", name));
            String model = """

                      - id: %s/sized
                        name: A model of that size
                        kind: hosted
                        parameters: { total: %d, source: NAME }
                        prices: *prices
                    """.formatted(provider, parameters);
            return CatalogLoader.load(List.of(new CatalogFile(name, text + model)))
                    .require(provider + "/sized");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

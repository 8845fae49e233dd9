package io.epochwise.catalog;

import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageTokens;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the catalog must say of open models on own or rented GPUs. */
class SelfHostedCatalogTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void theModels() {
        assertThat(offerings().map(Offering::id))
                .containsExactlyInAnyOrder(
                        "self-hosted/clip-vit-b-32",
                        "self-hosted/clip-vit-b-16",
                        "self-hosted/clip-vit-l-14",
                        "self-hosted/clip-vit-l-14-336",
                        "self-hosted/llava-1.5-7b",
                        "self-hosted/llava-1.5-13b",
                        "self-hosted/llava-next-7b",
                        "self-hosted/llava-next-13b",
                        "self-hosted/llava-next-34b",
                        "self-hosted/llava-onevision-7b",
                        "self-hosted/paligemma-3b-224",
                        "self-hosted/paligemma-3b-448",
                        "self-hosted/paligemma-3b-896",
                        "self-hosted/paligemma2-3b-224",
                        "self-hosted/paligemma2-3b-448",
                        "self-hosted/paligemma2-3b-896",
                        "self-hosted/llama-3.2-11b-vision",
                        "self-hosted/llama-3.2-90b-vision",
                        "self-hosted/llama-4-scout",
                        "self-hosted/llama-4-maverick",
                        "self-hosted/qwen2-vl-7b",
                        "self-hosted/qwen2.5-vl-7b",
                        "self-hosted/qwen2.5-vl-72b",
                        "self-hosted/qwen3-vl-8b",
                        "self-hosted/qwen3-vl-30b-a3b",
                        "self-hosted/pixtral-12b",
                        "self-hosted/mistral-small-3.1-24b",
                        "self-hosted/mistral-small-3.2-24b",
                        "self-hosted/internvl2.5-8b",
                        "self-hosted/internvl3-8b",
                        "self-hosted/gemma-3-4b",
                        "self-hosted/gemma-3-27b",
                        "self-hosted/gemma-4-12b",
                        "self-hosted/gemma-4-31b",
                        "self-hosted/idefics3-8b",
                        "self-hosted/smolvlm-2.2b",
                        "self-hosted/smolvlm-500m",
                        "self-hosted/smolvlm-256m",
                        "self-hosted/phi-3-vision",
                        "self-hosted/phi-3.5-vision",
                        "self-hosted/phi-4-multimodal");
    }

    /** The figures of the reference implementations, where the rule counts more also with the markers around an image. */
    @ParameterizedTest(name = "{0}: {1} for 640 x 480, {2} for 4032 x 3024")
    @CsvSource(textBlock = """
            clip-vit-b-32,         50,   50
            clip-vit-b-16,         197,  197
            clip-vit-l-14,         257,  257
            clip-vit-l-14-336,     577,  577
            llava-1.5-7b,          576,  576
            llava-1.5-13b,         576,  576
            llava-next-7b,         2340, 2340
            llava-next-13b,        2340, 2340
            llava-next-34b,        2340, 2340
            llava-onevision-7b,    2929, 7309
            paligemma-3b-224,      256,  256
            paligemma-3b-448,      1024, 1024
            paligemma-3b-896,      4096, 4096
            paligemma2-3b-224,     256,  256
            paligemma2-3b-448,     1024, 1024
            paligemma2-3b-896,     4096, 4096
            llama-3.2-11b-vision,  3202, 6404
            llama-3.2-90b-vision,  3202, 6404
            qwen2-vl-7b,           391,  15552
            qwen2.5-vl-7b,         391,  15552
            qwen2.5-vl-72b,        391,  15552
            qwen3-vl-8b,           300,  11844
            qwen3-vl-30b-a3b,      300,  11844
            pixtral-12b,           1230, 3120
            mistral-small-3.1-24b, 432,  2352
            mistral-small-3.2-24b, 432,  2352
            internvl2.5-8b,        3330, 3330
            internvl3-8b,          3330, 3330
            gemma-3-4b,            256,  256
            gemma-3-27b,           256,  256
            gemma-4-12b,           266,  266
            gemma-4-31b,           266,  266
            idefics3-8b,           2227, 2227
            smolvlm-2.2b,          1083, 1083
            smolvlm-500m,          862,  862
            smolvlm-256m,          862,  862
            phi-3-vision,          1921, 1921
            phi-3.5-vision,        1921, 1921
            phi-4-multimodal,      1065, 3393
            llama-4-scout,         727,  1887
            llama-4-maverick,      727,  1887
            """)
    void imageTokens(String model, long small, long photograph) {
        assertThat(tokens(model, 640, 480).expected()).isEqualTo(small);
        assertThat(tokens(model, 4032, 3024).expected()).isEqualTo(photograph);
    }

    /** What implementations add or count otherwise, all within the range. */
    @ParameterizedTest(name = "{0}: {1} to {2} for 640 x 480")
    @CsvSource(textBlock = """
            llama-3.2-11b-vision, 3202, 6404
            qwen2.5-vl-7b,        391,  393
            gemma-4-31b,          266,  269
            idefics3-8b,          2227, 2228
            llava-1.5-7b,         576,  576
            internvl3-8b,         3330, 3330
            """)
    void imageTokenRange(String model, long low, long high) {
        TokenRange range = tokens(model, 640, 480);

        assertThat(range.low()).isEqualTo(low);
        assertThat(range.high()).isEqualTo(high);
    }

    @Test
    void aStripThatCannotBeResizedIsRejected() {
        assertThat(offering("qwen2.5-vl-7b").imageBilling(TODAY).orElseThrow().tokens(4020, 20, Detail.AUTO))
                .isInstanceOf(ImageTokens.Rejected.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "mistral-small-3.1-24b, unverified",
        "mistral-small-3.2-24b, unverified",
        "smolvlm-2.2b,          unverified",
        "gemma-4-12b,           assumed",
        "pixtral-12b,           stated",
        "smolvlm-500m,          stated",
        "gemma-4-31b,           stated",
    })
    void howSureAnImageRuleIs(String model, String status) {
        assertThat(offering(model).imageRules()).singleElement().satisfies(rule -> assertThat(rule.status())
                .hasToString(status));
    }

    @ParameterizedTest(name = "{0}: {1} in all, {2} run for a token, {3} of the language model, {4}")
    @CsvSource(textBlock = """
            clip-vit-b-32,        151.28e6, ,     38.7e6,  stated
            clip-vit-l-14-336,    427.94e6, ,     86.4e6,  stated
            llava-1.5-7b,         ,         ,     6.74e9,  stated
            llava-1.5-13b,        ,         ,     13.02e9, stated
            llava-next-34b,       34e9,     ,     ,        assumed
            llama-3.2-11b-vision, 10.6e9,   ,     8e9,     stated
            llama-3.2-90b-vision, 88.8e9,   ,     70e9,    stated
            llama-4-scout,        109e9,    17e9, ,        stated
            llama-4-maverick,     400e9,    17e9, ,        stated
            qwen2-vl-7b,          8.3e9,    ,     ,        unverified
            qwen2.5-vl-7b,        8.292e9,  ,     7.616e9, stated
            qwen2.5-vl-72b,       72e9,     ,     ,        assumed
            qwen3-vl-8b,          8e9,      ,     ,        assumed
            qwen3-vl-30b-a3b,     30e9,     3e9,  ,        assumed
            pixtral-12b,          12e9,     ,     ,        stated
            gemma-4-31b,          31e9,     ,     ,        stated
            phi-3.5-vision,       4.2e9,    ,     3.82e9,  stated
            phi-4-multimodal,     5.6e9,    ,     3.8e9,   stated
            """)
    void parameters(String model, Double total, Double active, Double languageModel, String status) {
        Parameters parameters = offering(model).parameters();

        if (total != null) {
            assertThat(parameters.total()).isEqualTo(total.longValue());
        }
        assertThat(parameters.active()).isEqualTo(active == null ? null : active.longValue());
        assertThat(parameters.languageModel()).isEqualTo(languageModel == null ? null : languageModel.longValue());
        assertThat(parameters.status()).hasToString(status);
    }

    @ParameterizedTest(name = "{0}: {1} gigaflops, {2} crops")
    @CsvSource(textBlock = """
            clip-vit-b-32,        8.8,   1
            clip-vit-b-16,        35.1,  1
            clip-vit-l-14,        162.0, 1
            clip-vit-l-14-336,    381.9, 1
            llava-1.5-7b,         381.9, 1
            llava-next-13b,       381.9, 5
            llava-onevision-7b,   670.4, 37
            paligemma2-3b-224,    220.4, 1
            paligemma2-3b-896,    '',    1
            llama-3.2-11b-vision, '',    4
            llama-4-scout,        '',    17
            qwen2.5-vl-7b,        '',    1
            internvl3-8b,         '',    13
            idefics3-8b,          '',    17
            phi-3-vision,         381.9, 17
            phi-3.5-vision,       381.9, 17
            phi-4-multimodal,     '',    37
            """)
    void visionTower(String model, String gigaflops, long crops) {
        VisionTower tower = offering(model).visionTower();

        assertThat(
                        tower.gigaflopsPerCrop() == null
                                ? ""
                                : tower.gigaflopsPerCrop().toPlainString())
                .isEqualTo(gigaflops);
        assertThat(tower.mostCrops()).isEqualTo(crops);
    }

    /** An encoder whose compute is not known says so, and so does the one model without an encoder. */
    @Test
    void computeThatIsNotKnownIsSaid() {
        assertThat(offerings().filter(offering -> offering.visionTower() == null))
                .singleElement()
                .satisfies(offering -> assertThat(offering.parameters().note()).contains("no vision encoder"));
        assertThat(offerings().map(Offering::visionTower))
                .filteredOn(tower -> tower != null && tower.gigaflopsPerCrop() == null)
                .isNotEmpty()
                .allSatisfy(tower -> assertThat(tower.note()).contains("not found"));
    }

    @ParameterizedTest(name = "{0} {1}: {2} GB on each of {3} GPUs")
    @CsvSource(textBlock = """
            phi-3-vision,         full,  36,   8, stated
            phi-3-vision,         lora,  16,   8, stated
            phi-3-vision,         qlora, 10,   8, stated
            phi-3.5-vision,       full,  36,   8, assumed
            llama-3.2-11b-vision, qlora, 10.3, 1, stated
            qwen2-vl-7b,          qlora, 7.5,  1, stated
            qwen2.5-vl-7b,        qlora, 6.5,  1, stated
            qwen2.5-vl-7b,        full,  72,   2, stated
            qwen2.5-vl-7b,        lora,  23,   2, stated
            qwen3-vl-8b,          qlora, 8.2,  1, stated
            qwen3-vl-30b-a3b,     full,  80,   8, stated
            pixtral-12b,          qlora, 12.6, 1, stated
            gemma-3-4b,           qlora, 6.1,  1, stated
            gemma-4-31b,          qlora, 21.4, 1, stated
            gemma-4-12b,          lora,  24.2, 1, stated
            """)
    void measuredMemory(String model, String adapter, BigDecimal gigabytes, long gpus, String status) {
        assertThat(offering(model).memory())
                .filteredOn(need -> need.adapter().equals(adapter))
                .singleElement()
                .satisfies(need -> {
                    assertThat(need.gigabytes()).isEqualByComparingTo(gigabytes);
                    assertThat(need.gpus()).isEqualTo(gpus);
                    assertThat(need.status()).hasToString(status);
                });
    }

    /** Image and text together: 14.78, 41.06, 175.3 and 395.2 gigaflops. */
    @ParameterizedTest(name = "{0}: {1} gigaflops a text of {2} tokens")
    @CsvSource({
        "clip-vit-b-32,     5.96, 77",
        "clip-vit-b-16,     5.96, 77",
        "clip-vit-l-14,     13.3, 77",
        "clip-vit-l-14-336, 13.3, 77"
    })
    void textTower(String model, BigDecimal gigaflops, long tokens) {
        TextTower tower = offering(model).textTower();

        assertThat(tower.gigaflopsPerText()).isEqualByComparingTo(gigaflops);
        assertThat(tower.contextTokens()).isEqualTo(tokens);
    }

    @Test
    void onlyClipIsTrainedByContrast() {
        assertThat(offerings().filter(offering -> offering.textTower() != null).map(Offering::id))
                .hasSize(4)
                .allMatch(id -> id.startsWith("self-hosted/clip-"));
    }

    /** Requests and output tokens a second of all GPUs, and requests of each. */
    @ParameterizedTest(name = "{0}, {1}, images {2}: {5} requests and {6} tokens")
    @CsvSource(textBlock = """
            qwen2.5-vl-7b,  a100-80, true,  4, 1, 13.09, 1455, 3.27
            qwen2.5-vl-7b,  a100-80, false, 4, 1, 2.83,  2581, 0.71
            qwen2.5-vl-72b, a100-80, true,  4, 4, 3.83,  437,  0.96
            qwen2.5-vl-72b, a100-80, false, 4, 4, 0.16,  147,  0.04
            qwen2.5-vl-72b, mi300x,  true,  8, 8, 2.20,  1124, 0.28
            gemma-4-31b,    h200,    true,  2, 2, 4.23,  2160, 2.12
            gemma-4-31b,    h200,    false, 2, 2, 5.49,  2807, 2.75
            """)
    void servingThroughput(
            String model,
            String gpu,
            boolean images,
            long gpus,
            long gpusPerReplica,
            BigDecimal requests,
            BigDecimal tokens,
            BigDecimal requestsOfOne) {
        ServingThroughput row = offering(model).servingThroughput(gpu, images).orElseThrow();

        assertThat(row.gpus()).isEqualTo(gpus);
        assertThat(row.gpusPerReplica()).isEqualTo(gpusPerReplica);
        assertThat(row.requestsPerSecond()).isEqualByComparingTo(requests);
        assertThat(row.outputTokensPerSecond()).isEqualByComparingTo(tokens);
        assertThat(row.requestsPerSecondPerGpu().setScale(2, RoundingMode.HALF_UP))
                .isEqualTo(requestsOfOne);
        assertThat(row.grade()).isEqualTo(Grade.OFFICIAL);
    }

    @Test
    void throughputThatNobodyMeasuredIsAbsent() {
        assertThat(offering("llama-3.2-11b-vision").servingThroughput()).isEmpty();
        assertThat(offering("qwen2.5-vl-7b").servingThroughput("h200", true)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(textBlock = """
            clip-vit-b-32,        127,     127
            clip-vit-b-16,        274,     274
            clip-vit-l-14,        334,     334
            clip-vit-l-14-336,    654,     654
            llava-1.5-7b,         2048,    4096
            llava-onevision-7b,   32768,   32768
            llama-3.2-90b-vision, 128000,  128000
            llama-4-scout,        10000000, 10000000
            llama-4-maverick,     1000000, 1000000
            qwen2.5-vl-72b,       32768,   32768
            qwen3-vl-8b,          262144,  262144
            mistral-small-3.2-24b, 128000, 128000
            gemma-3-27b,          128000,  128000
            gemma-4-31b,          262144,  262144
            smolvlm-2.2b,         16384,   16384
            """)
    void contexts(String model, long training, long inference) {
        assertThat(offering(model).contextTokens().training()).isEqualTo(training);
        assertThat(offering(model).contextTokens().inference()).isEqualTo(inference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paligemma2-3b-896", "idefics3-8b", "smolvlm-500m", "llava-next-34b", "internvl2.5-8b"})
    void aContextThatNoSourceStatesIsAbsent(String model) {
        assertThat(offering(model).contextTokens()).isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            clip-vit-b-32,        MIT
            llava-1.5-7b,         Llama 2 Community License
            paligemma2-3b-448,    Gemma Terms of Use
            llama-3.2-11b-vision, Llama 3.2 Community License
            llama-4-scout,        Llama 4 Community License
            qwen2.5-vl-7b,        Apache-2.0
            qwen2.5-vl-72b,       Qwen License
            qwen3-vl-8b,          Apache-2.0
            pixtral-12b,          Apache-2.0
            internvl3-8b,         MIT
            gemma-4-31b,          Apache-2.0
            phi-3.5-vision,       MIT
            """)
    void licenses(String model, String name) {
        assertThat(offering(model).license().name()).isEqualTo(name);
    }

    /** Meta does not grant its licenses for models with vision to companies of the European Union. */
    @ParameterizedTest
    @ValueSource(strings = {"llama-3.2-11b-vision", "llama-3.2-90b-vision", "llama-4-scout", "llama-4-maverick"})
    void aLicenseThatEuropeansDoNotGetSaysSo(String model) {
        assertThat(offering(model).license().note()).contains("European Union");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            clip-vit-base-patch32,       clip-vit-b-32
            clip-vit-large-patch14-336,  clip-vit-l-14-336
            llava-v1.5-7b,               llava-1.5-7b
            llava-v1.6-vicuna-7b,        llava-next-7b
            llava-v1.6-34b,              llava-next-34b
            llama-4-scout-17b-16e-instruct, llama-4-scout
            pixtral-12b-2409,            pixtral-12b
            mistral-small-2506,          mistral-small-3.2-24b
            phi-3-vision-128k-instruct,  phi-3-vision
            """)
    void otherNames(String alias, String model) {
        assertThat(offering(alias).id()).isEqualTo("self-hosted/" + model);
    }

    /** LLaVA 1.6 with Mistral 7B is another model than that with Vicuna, and none of these. */
    @Test
    void aNameThatIsNotCertainIsNoAlias() {
        assertThat(CATALOG.find("self-hosted/llava-v1.6-mistral-7b")).isEmpty();
    }

    static Stream<String> models() {
        return offerings().map(offering -> offering.id().substring("self-hosted/".length()));
    }

    private static Stream<Offering> offerings() {
        return CATALOG.offerings().stream()
                .filter(offering -> offering.provider().equals("self-hosted"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void everyModelIsTunedAndServedOnGpus(String model) {
        Offering offering = offering(model);

        assertThat(offering.kind()).isEqualTo(OfferingKind.SELF_HOSTED);
        assertThat(offering.prices()).isEmpty();
        assertThat(offering.takesImages()).isTrue();
        assertThat(offering.fineTuning().visionMethods()).containsExactly(Method.SFT);
        assertThat(offering.fineTuning().validation()).isEqualTo(ValidationBilling.FREE);
        assertThat(offering.serving()).extracting(Serving::mode).containsExactly(ServingMode.GPU_HOUR);
        assertThat(offering.parameters().total()).isPositive();
        assertThat(offering.textEncoding().ratio()).isNotNull();
        assertThat(offering.textEncoding().status()).isEqualTo(FactStatus.ASSUMED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void openWeightsDoNotRetire(String model) {
        Offering offering = offering(model);

        assertThat(offering.lifeCycle()).singleElement().satisfies(event -> assertThat(event.event())
                .isIn(LifeCycleEventType.LAUNCH, LifeCycleEventType.SEEN_IN_SERVICE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void everythingStaysWithTheOperator(String model) {
        Offering offering = offering(model);

        assertThat(offering.retention())
                .extracting(rule -> rule.topic() + " " + rule.value())
                .containsExactlyInAnyOrder(
                        "training-on-data no",
                        "zero-data-retention eligible",
                        "stored-data until-deleted",
                        "customer-managed-keys supported",
                        "processing-residency guaranteed",
                        "people-in-images allowed");
        assertThat(offering.retention())
                .allSatisfy(rule -> assertThat(rule.grade()).isEqualTo(Grade.DERIVED));
        assertThat(offering.retention())
                .allSatisfy(rule -> assertThat(rule.source()).startsWith("OWN-OPERATION"));
    }

    @ParameterizedTest(name = "{0}: {1}; {2}")
    @CsvSource({
        "clip-vit-b-32,      sft,     full",
        "llava-1.5-7b,       sft dpo, lora qlora full",
        "qwen2.5-vl-7b,      sft dpo, lora qlora full",
        "smolvlm-2.2b,       sft dpo, lora qlora full",
        "phi-4-multimodal,   sft dpo, lora qlora full",
        "paligemma2-3b-448,  sft dpo, lora qlora full",
    })
    void fineTuning(String model, String methods, String adapters) {
        FineTuning tuning = offering(model).fineTuning();

        assertThat(tuning.methods().stream().map(Method::toString).collect(Collectors.joining(" ")))
                .isEqualTo(methods);
        assertThat(String.join(" ", tuning.adapters())).isEqualTo(adapters);
    }

    /**
     * At full load a GPU that answers 3.27 requests a second at 1.79 an hour costs 0.15 for 1,000 requests, and one that
     * answers 0.96 costs 0.52; at a tenth of the load ten times as much.
     */
    @ParameterizedTest(name = "{0} requests a second at load {1}: {2} for 1,000")
    @CsvSource({"3.27, 1, 0.15", "0.96, 1, 0.52", "3.27, 0.1, 1.5", "0.96, 0.1, 5.2"})
    void aThousandRequests(BigDecimal requestsPerSecond, BigDecimal load, BigDecimal expected) {
        List<GpuPrice> prices = CATALOG.gpuPrices().stream()
                .filter(price ->
                        price.gpu().equals("a100-80") && price.provider().equals("runpod"))
                .filter(price -> price.term().equals("on-demand") && price.inForce(TODAY))
                .toList();
        assertThat(prices).hasSize(1);
        BigDecimal requestsPerHour = requestsPerSecond.multiply(load).multiply(BigDecimal.valueOf(3_600));

        BigDecimal cost = prices.get(0)
                .amount()
                .multiply(BigDecimal.valueOf(1_000))
                .divide(requestsPerHour, MathContext.DECIMAL64);

        assertThat(cost.setScale(expected.scale(), RoundingMode.HALF_EVEN)).isEqualTo(expected);
    }

    private static TokenRange tokens(String model, int width, int height) {
        ImageTokens tokens = offering(model).imageBilling(TODAY).orElseThrow().tokens(width, height, Detail.AUTO);

        assertThat(tokens).isInstanceOf(ImageTokens.Counted.class);
        return ((ImageTokens.Counted) tokens).tokens();
    }

    private static Offering offering(String model) {
        return CATALOG.require("self-hosted/" + model);
    }
}

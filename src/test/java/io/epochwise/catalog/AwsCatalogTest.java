package io.epochwise.catalog;

import io.epochwise.fault.Spelling;
import io.epochwise.policy.AvailabilityRules;
import io.epochwise.policy.Organization;
import io.epochwise.policy.Verdict;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageTokens.Counted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the catalog must say of Amazon Bedrock; prices are USD per 1,000,000 tokens, hour, image, minute or month. */
class AwsCatalogTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource(textBlock = """
            nova-2-lite,          amazon.nova-2-lite-v1:0
            nova-lite,            amazon.nova-lite-v1:0
            nova-micro,           amazon.nova-micro-v1:0
            nova-pro,             amazon.nova-pro-v1:0
            nova-premier,         amazon.nova-premier-v1:0
            nova-canvas,          amazon.nova-canvas-v1:0
            claude-3-haiku,       anthropic.claude-3-haiku-20240307-v1:0
            llama-3.2-11b,        meta.llama3-2-11b-instruct-v1:0
            llama-3.2-11b-vision, meta.llama3-2-11b-instruct-v1:0
            llama-3.2-90b,        meta.llama3-2-90b-instruct-v1:0
            llama-3.2-1b,         meta.llama3-2-1b-instruct-v1:0
            llama-3.2-3b,         meta.llama3-2-3b-instruct-v1:0
            llama-3.1-8b,         meta.llama3-1-8b-instruct-v1:0
            llama-3.1-70b,        meta.llama3-1-70b-instruct-v1:0
            llama-3.3-70b,        meta.llama3-3-70b-instruct-v1:0
            llama-2-13b,          meta.llama2-13b-v1:0
            llama-2-70b,          meta.llama2-70b-v1:0
            llama-4-scout,        meta.llama4-scout-17b-instruct-v1:0
            llama-4-maverick,     meta.llama4-maverick-17b-instruct-v1:0
            gpt-oss-20b,          openai.gpt-oss-20b-1:0
            qwen3-32b,            qwen.qwen3-32b-v1:0
            custom-model-import,  custom-model-import
            """)
    void modelsHaveTheNamesPeopleUse(String alias, String model) {
        assertThat(offering(alias).id()).isEqualTo("aws/" + model);
    }

    /** {@code ''}: none; {@code -}: nothing is tuned there. */
    @ParameterizedTest(name = "{0}: {1}, {2}, images {3}")
    @CsvSource(textBlock = """
            nova-2-lite,         hosted,      SFT, ''
            nova-lite,           hosted,      SFT, SFT
            nova-pro,            hosted,      SFT, SFT
            nova-micro,          hosted,      SFT, ''
            nova-canvas,         hosted,      SFT, ''
            nova-premier,        prompt-only, '',  ''
            claude-3-haiku,      hosted,      SFT, ''
            llama-3.2-11b,       hosted,      SFT, SFT
            llama-3.2-90b,       hosted,      SFT, SFT
            llama-3.2-1b,        hosted,      SFT, ''
            llama-3.1-8b,        hosted,      SFT, ''
            llama-3.3-70b,       hosted,      SFT, ''
            llama-2-13b,         hosted,      SFT, ''
            llama-4-scout,       prompt-only, '',  ''
            llama-4-maverick,    prompt-only, '',  ''
            gpt-oss-20b,         hosted,      RFT, ''
            qwen3-32b,           hosted,      RFT, ''
            custom-model-import, hosted,      -,   -
            """)
    void tuning(String model, String kind, String methods, String visionMethods) {
        Offering offering = offering(model);
        Optional<FineTuning> tuning = Optional.ofNullable(offering.fineTuning());

        assertThat(offering.kind()).hasToString(kind);
        assertThat(tuning.map(t -> names(t.methods())).orElse("-")).isEqualTo(methods);
        assertThat(tuning.map(t -> names(t.visionMethods())).orElse("-")).isEqualTo(visionMethods);
    }

    /** On Bedrock images in tuning are stated for Nova and Llama 3.2; B-NOVA2 states them for Nova 2 on SageMaker alone. */
    @ParameterizedTest
    @CsvSource({
        "nova-lite, available, available",
        "nova-pro, available, available",
        "llama-3.2-90b, available, available",
        "nova-2-lite, available, unknown",
        "nova-micro, available, closed"
    })
    void whetherTextAndImagesCanBeTuned(String model, String text, String images) {
        assertThat(training(model, false)).hasToString(text);
        assertThat(training(model, true)).hasToString(images);
    }

    private static Verdict training(String model, boolean withImages) {
        return AvailabilityRules.training(offering(model), Method.SFT, withImages, Organization.UNKNOWN, TODAY)
                .verdict();
    }

    /** The price page of 2026-07-24 has Llama 2, the list of tunable models does not. */
    @ParameterizedTest
    @ValueSource(strings = {"llama-2-13b", "llama-2-70b"})
    void whetherLlama2CanStillBeTunedIsDisputed(String model) {
        assertThat(offering(model).fineTuning().status()).isEqualTo(FactStatus.CONFLICT);
        assertThat(offering(model).takesImages()).isFalse();
    }

    /** {@code unknown}: the price exists, its amount is not known; {@code none}: there is no such price. */
    @ParameterizedTest(name = "{0} {1} {2} {3} on {4}: {5}")
    @CsvSource(textBlock = """
            # training
            nova-2-lite,         training,               standard, '',                  2026-11-23, 3.78
            nova-2-lite,         training,               regional, '',                  2026-11-23, 3.78
            nova-micro,          training,               standard, '',                  2026-11-23, unknown
            nova-lite,           training,               standard, '',                  2026-11-23, unknown
            nova-pro,            training,               standard, '',                  2026-11-23, unknown
            nova-premier,        training,               standard, '',                  2026-11-23, none
            nova-canvas,         training,               standard, '',                  2026-11-23, none
            nova-canvas,         training-image,         standard, '',                  2026-11-23, 0.005
            claude-3-haiku,      training,               standard, '',                  2026-09-09, unknown
            llama-3.2-11b,       training,               standard, '',                  2026-11-23, 3.50
            llama-3.2-90b,       training,               standard, '',                  2026-11-23, 7.90
            llama-3.2-1b,        training,               standard, '',                  2026-11-23, 0.50
            llama-3.2-3b,        training,               standard, '',                  2026-11-23, 1.10
            llama-3.1-8b,        training,               standard, '',                  2026-11-23, 1.49
            llama-3.1-70b,       training,               standard, '',                  2026-11-23, 7.99
            llama-3.3-70b,       training,               standard, '',                  2026-11-23, unknown
            llama-2-13b,         training,               standard, '',                  2026-11-23, 1.49
            llama-2-70b,         training,               standard, '',                  2026-11-23, 7.99
            gpt-oss-20b,         training,               standard, '',                  2026-11-23, none
            gpt-oss-20b,         training-hour,          standard, '',                  2026-11-23, 80.00
            qwen3-32b,           training-hour,          standard, '',                  2026-11-23, 80.00
            # keeping the tuned model
            nova-2-lite,         storage,                standard, '',                  2026-11-23, 1.95
            nova-lite,           storage,                standard, '',                  2026-11-23, 1.95
            llama-3.2-11b,       storage,                standard, '',                  2026-11-23, 1.95
            custom-model-import, storage,                standard, '',                  2026-11-23, 1.95
            # units of throughput
            nova-2-lite,         provisioned-throughput, standard, '',                  2026-11-23, 60.50
            nova-2-lite,         provisioned-throughput, standard, commitment-1-month,  2026-11-23, 55.00
            nova-2-lite,         provisioned-throughput, standard, commitment-6-months, 2026-11-23, none
            nova-lite,           provisioned-throughput, standard, '',                  2026-11-23, 108.15
            nova-pro,            provisioned-throughput, standard, '',                  2026-11-23, unknown
            nova-canvas,         provisioned-throughput, standard, '',                  2026-11-23, 60.50
            nova-canvas,         provisioned-throughput, standard, commitment-1-month,  2026-11-23, 55.00
            nova-canvas,         provisioned-throughput, standard, commitment-6-months, 2026-11-23, 30.25
            llama-3.2-11b,       provisioned-throughput, standard, '',                  2026-11-23, 23.00
            llama-3.2-11b,       provisioned-throughput, standard, commitment-1-month,  2026-11-23, 20.30
            llama-3.2-11b,       provisioned-throughput, standard, commitment-6-months, 2026-11-23, 12.54
            llama-3.2-1b,        provisioned-throughput, standard, commitment-6-months, 2026-11-23, 12.54
            llama-3.2-90b,       provisioned-throughput, standard, '',                  2026-11-23, 30.00
            llama-3.2-90b,       provisioned-throughput, standard, commitment-1-month,  2026-11-23, 26.48
            llama-3.2-90b,       provisioned-throughput, standard, commitment-6-months, 2026-11-23, 16.35
            llama-3.1-8b,        provisioned-throughput, standard, '',                  2026-11-23, 24.00
            llama-3.1-70b,       provisioned-throughput, standard, '',                  2026-11-23, 24.00
            llama-2-13b,         provisioned-throughput, standard, '',                  2026-11-23, 23.50
            llama-2-70b,         provisioned-throughput, standard, '',                  2026-11-23, 23.50
            llama-2-70b,         provisioned-throughput, standard, commitment-1-month,  2026-11-23, none
            # tuned inference
            nova-2-lite,         tuned-input,            standard, '',                  2026-11-23, 0.30
            nova-2-lite,         tuned-output,           standard, '',                  2026-11-23, 2.50
            nova-2-lite,         tuned-output,           regional, '',                  2026-11-23, 2.50
            nova-lite,           tuned-input,            standard, '',                  2025-07-16, none
            nova-lite,           tuned-input,            standard, '',                  2025-07-17, 0.06
            nova-lite,           tuned-output,           standard, '',                  2026-11-23, 0.24
            nova-pro,            tuned-input,            standard, '',                  2026-11-23, 0.80
            nova-pro,            tuned-output,           standard, '',                  2026-11-23, 3.20
            nova-micro,          tuned-input,            standard, '',                  2026-11-23, 0.035
            nova-micro,          tuned-output,           standard, '',                  2026-11-23, unknown
            llama-3.2-11b,       tuned-input,            standard, '',                  2026-11-23, none
            gpt-oss-20b,         tuned-input,            standard, '',                  2026-11-23, 0.09
            gpt-oss-20b,         tuned-output,           standard, '',                  2026-11-23, 0.39
            qwen3-32b,           tuned-input,            standard, '',                  2026-11-23, 0.20
            qwen3-32b,           tuned-output,           standard, '',                  2026-11-23, 0.78
            # base models
            nova-2-lite,         input,                  standard, '',                  2026-11-23, 0.30
            nova-2-lite,         output,                 standard, '',                  2026-11-23, 2.50
            nova-2-lite,         input,                  regional, '',                  2026-11-23, 0.33
            nova-2-lite,         output,                 regional, '',                  2026-11-23, 2.75
            nova-2-lite,         batch-output,           standard, '',                  2026-11-23, 1.25
            nova-lite,           input,                  standard, '',                  2026-11-23, 0.06
            nova-lite,           cached-input,           standard, '',                  2026-11-23, 0.015
            nova-lite,           cache-write,            standard, '',                  2026-11-23, 0.06
            nova-lite,           batch-output,           standard, '',                  2026-11-23, 0.12
            nova-micro,          cached-input,           standard, '',                  2026-11-23, 0.00875
            nova-pro,            cached-input,           standard, '',                  2026-11-23, 0.20
            nova-premier,        input,                  standard, '',                  2026-11-23, 2.50
            nova-premier,        output,                 standard, '',                  2026-11-23, 12.50
            nova-premier,        cached-input,           standard, '',                  2026-11-23, 0.625
            llama-3.2-11b,       input,                  standard, '',                  2026-11-23, 0.16
            llama-3.2-90b,       output,                 standard, '',                  2026-11-23, 0.72
            llama-3.2-1b,        input,                  standard, '',                  2026-11-23, unknown
            llama-4-scout,       output,                 standard, '',                  2026-11-23, 0.66
            llama-4-maverick,    input,                  standard, '',                  2026-11-23, 0.24
            llama-4-maverick,    batch-output,           standard, '',                  2026-11-23, 0.485
            claude-3-haiku,      input,                  standard, '',                  2026-09-09, unknown
            """)
    void pricesByDate(String model, String meter, String tier, String variant, LocalDate asOf, String expected) {
        Optional<Price> price = offering(model)
                .price(new PriceQuery(
                        Spelling.parse(Meter.values(), meter).orElseThrow(),
                        tier,
                        null,
                        variant.isEmpty() ? null : variant,
                        asOf));

        String amount = price.map(
                        p -> p.amount() == null ? "unknown" : p.amount().toPlainString())
                .orElse("none");
        assertThat(amount).isEqualTo(expected);
        price.ifPresent(p -> assertThat(p.per()).isEqualByComparingTo(p.unit() == Unit.TOKEN ? "1000000" : "1"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}, {3}")
    @CsvSource(textBlock = """
            nova-2-lite,   training,               official-copy, stated
            nova-2-lite,   input,                  secondary,     stated
            nova-micro,    training,               derived,       not-found
            nova-micro,    input,                  derived,       assumed
            nova-lite,     provisioned-throughput, secondary,     unverified
            nova-lite,     cached-input,           official-copy, stated
            nova-lite,     cache-write,            derived,       assumed
            nova-pro,      storage,                derived,       assumed
            llama-3.2-11b, training,               official-copy, stated
            llama-3.2-11b, input,                  secondary,     stated
            """)
    void gradesOfPrices(String model, String meter, String grade, String status) {
        Price price = offering(model)
                .price(new PriceQuery(Spelling.parse(Meter.values(), meter).orElseThrow(), null, null, null, TODAY))
                .orElseThrow();

        assertThat(price.grade()).hasToString(grade);
        assertThat(price.status()).hasToString(status);
    }

    /** 1,000 examples of 3,500 tokens, 2 epochs; then a unit of throughput for a month of 730 hours. */
    @Test
    void servingLlamaCostsMoreThanTuningIt() {
        BigDecimal tokens = BigDecimal.valueOf(1000L * 3500 * 2);
        Price training = price("llama-3.2-11b", Meter.TRAINING);
        Price unit = price("llama-3.2-11b", Meter.PROVISIONED_THROUGHPUT);

        assertThat(training.amount().multiply(tokens).divide(training.per())).isEqualByComparingTo("24.50");
        assertThat(unit.unit()).isEqualTo(Unit.UNIT_HOUR);
        assertThat(unit.amount().multiply(BigDecimal.valueOf(730))).isEqualByComparingTo("16790.00");
    }

    @Test
    void importedModelsAreServedByTheMinuteAtAPriceThatDependsOnTheRegion() {
        Price unit = price("custom-model-import", Meter.PROVISIONED_THROUGHPUT);

        assertThat(unit.unit()).isEqualTo(Unit.UNIT_MINUTE);
        assertThat(unit.low()).isEqualByComparingTo("0.05718");
        assertThat(unit.high()).isEqualByComparingTo("0.07144");
        assertThat(unit.status()).isEqualTo(FactStatus.CONFLICT);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(textBlock = """
            nova-2-lite,         2026-11-23, own-price provisioned-throughput
            nova-lite,           2025-07-16, provisioned-throughput
            nova-lite,           2025-07-17, base-price provisioned-throughput
            nova-micro,          2026-11-23, base-price provisioned-throughput
            nova-pro,            2026-11-23, base-price provisioned-throughput
            nova-canvas,         2026-11-23, provisioned-throughput
            nova-premier,        2026-11-23, ''
            claude-3-haiku,      2026-09-09, provisioned-throughput
            llama-3.2-11b,       2026-11-23, provisioned-throughput
            gpt-oss-20b,         2026-11-23, own-price
            qwen3-32b,           2026-11-23, own-price
            custom-model-import, 2026-11-23, provisioned-throughput
            """)
    void waysOfServing(String model, LocalDate asOf, String modes) {
        assertThat(offering(model).serving().stream()
                        .filter(way -> way.inForce(asOf))
                        .map(way -> way.mode().toString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(modes);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            nova-2-lite,    seen-in-service 2026-08-02
            nova-lite,      seen-in-service 2025-07-20
            llama-3.2-11b,  seen-in-service 2026-07-24
            llama-3.3-70b,  seen-in-service 2026-08-10
            llama-4-scout,  seen-in-service 2026-08-21
            claude-3-haiku, seen-in-service 2024-03-07 shutdown 2026-09-10
            """)
    void lifeCycle(String model, String events) {
        assertThat(offering(model).lifeCycle().stream()
                        .map(event -> event.event() + " " + event.on())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(events);
    }

    @ParameterizedTest(name = "{0}: {1} from {2} to {3}, {4}; {5}")
    @CsvSource(textBlock = """
            nova-lite,      examples,            8,        20000,    '',                         unstated,     stated
            nova-lite,      images-per-example,  '',       10,       '',                         unstated,     stated
            nova-lite,      image-bytes,         '',       10000000, '',                         unstated,     stated
            nova-lite,      image-format,        '',       '',       png jpeg gif webp,          unstated,     stated
            nova-lite,      image-source,        '',       '',       s3,                         unstated,     stated
            nova-lite,      videos-per-example,  '',       1,        '',                         unstated,     stated
            nova-lite,      reserved-word,       '',       '',       User: Bot: <image> [EOS],   job-rejected, stated
            nova-lite,      epochs,              1,        5,        '',                         unstated,     stated
            nova-lite,      learning-rate,       0.000001, 0.0001,   '',                         unstated,     stated
            nova-lite,      warm-up-steps,       0,        100,      '',                         unstated,     stated
            nova-lite,      training-region,     '',       '',       us-east-1,                  unstated,     stated
            nova-lite,      serving-region,      '',       '',       us-east-1,                  unstated,     conflict
            nova-2-lite,    images-per-example,  '',       10,       '',                         unstated,     assumed
            nova-micro,     examples,            8,        20000,    '',                         unstated,     stated
            llama-3.2-11b,  examples,            100,      10000,    '',                         unstated,     stated
            llama-3.2-11b,  image-format,        '',       '',       gif jpeg png webp,          unstated,     stated
            llama-3.2-90b,  image-source,        '',       '',       s3,                         unstated,     stated
            llama-3.2-90b,  example-format,      '',       '',       bedrock-conversation-2024,  unstated,     stated
            llama-3.2-90b,  training-region,     '',       '',       us-west-2,                  unstated,     stated
            llama-3.1-8b,   examples,            100,      10000,    '',                         unstated,     assumed
            claude-3-haiku, examples,            32,       10000,    '',                         unstated,     stated
            claude-3-haiku, validation-examples, '',       1000,     '',                         unstated,     stated
            claude-3-haiku, request-image-source, '',      '',       base64,                     unstated,     stated
            """)
    void limits(String model, String name, String min, String max, String values, String effect, String status) {
        Limit limit = offering(model)
                .limit(Spelling.parse(LimitName.values(), name).orElseThrow(), null, TODAY)
                .orElseThrow();

        assertThat(limit.min() == null ? "" : limit.min().toPlainString()).isEqualTo(min);
        assertThat(limit.max() == null ? "" : limit.max().toPlainString()).isEqualTo(max);
        assertThat(String.join(" ", limit.values())).isEqualTo(values);
        assertThat(limit.effect()).hasToString(effect);
        assertThat(limit.status()).hasToString(status);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            nova-lite,      32000
            nova-2-lite,    32000
            llama-3.2-11b,  16000
            llama-3.1-8b,   16000
            claude-3-haiku, 32000
            """)
    void tokensOfATrainingExample(String model, long tokens) {
        assertThat(offering(model).contextTokens().training()).isEqualTo(tokens);
    }

    /**
     * B-IMGDATA: the side divided by 560, rounded down, at least 1 and at most 2. T-VISION has the second tile of the same
     * model begin at 560 pixels and not at 1,120, which is the upper bound.
     */
    @ParameterizedTest(name = "{0} x {1} counts {2}, at most {3}")
    @CsvSource(textBlock = """
            1,    1,    1601, 1601
            559,  559,  1601, 1601
            560,  559,  1601, 3202
            1119, 1119, 1601, 6404
            1120, 1119, 3202, 6404
            640,  1120, 3202, 6404
            1120, 1120, 6404, 6404
            4000, 3000, 6404, 6404
            """)
    void imagesOfLlama(int width, int height, long expected, long high) {
        TokenRange range = new TokenRange(expected, expected, high);

        assertThat(tokens("llama-3.2-11b", width, height)).isEqualTo(range);
        assertThat(tokens("llama-3.2-90b", width, height)).isEqualTo(range);
    }

    /** B-IMGTOKENS: five sizes, in either orientation, with a tolerance of 20 %. */
    @ParameterizedTest(name = "{0} x {1} counts about {2}")
    @CsvSource(textBlock = """
            900,  450,  800
            450,  900,  800
            900,  900,  1300
            1400, 900,  1800
            1800, 900,  2400
            1300, 1300, 2600
            """)
    void imagesOfNova(int width, int height, long expected) {
        TokenRange range = new TokenRange(expected * 4 / 5, expected, expected * 6 / 5);

        assertThat(tokens("nova-lite", width, height)).isEqualTo(range);
        assertThat(tokens("nova-pro", width, height)).isEqualTo(range);
        assertThat(tokens("nova-2-lite", width, height)).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nova-micro",
                "nova-canvas",
                "llama-3.2-1b",
                "llama-3.1-70b",
                "gpt-oss-20b",
                "qwen3-32b",
                "custom-model-import"
            })
    void whereNoTokensAreKnownOfImagesThereIsNoRule(String model) {
        assertThat(offering(model).takesImages()).isFalse();
    }

    /** transformers 5.18.0, executed for two sizes; that Bedrock counts like it is assumed. */
    @ParameterizedTest
    @CsvSource({"640, 480, 727", "4032, 3024, 1887"})
    void imagesOfLlama4(int width, int height, long expected) {
        assertThat(tokens("llama-4-scout", width, height).expected()).isEqualTo(expected);
        assertThat(offering("llama-4-maverick").imageRulesInForce(TODAY))
                .singleElement()
                .satisfies(rule -> assertThat(rule.reading()).isEqualTo(Reading.ASSUMED));
    }

    @Test
    void cachesOfNovaAreMadeByCachePoints() {
        assertThat(List.of("nova-micro", "nova-lite", "nova-pro", "nova-premier"))
                .extracting(model -> offering(model).promptCaching())
                .allSatisfy(caching -> {
                    assertThat(caching.mode()).isEqualTo("explicit");
                    assertThat(caching.minimumPrefixTokens()).isNull();
                    assertThat(caching.tunedModels()).isNull();
                    assertThat(caching.images()).isNull();
                });
    }

    /** The price pages tell no start, and a row without one must own up to it. */
    @Test
    void everyKnownPriceOfTheListSaysThatNoStartIsFound() {
        assertThat(CATALOG.offerings().stream()
                        .filter(offering -> offering.provider().equals("aws"))
                        .flatMap(offering -> offering.prices().stream())
                        .filter(price -> price.amount() != null && price.from() == null))
                .isNotEmpty()
                .allSatisfy(price -> assertThat(price.note()).contains("start not found"));
    }

    private static Offering offering(String model) {
        return CATALOG.require("aws/" + model);
    }

    private static Price price(String model, Meter meter) {
        return offering(model)
                .price(new PriceQuery(meter, null, null, null, TODAY))
                .orElseThrow();
    }

    private static String names(List<Method> methods) {
        return methods.stream().map(Method::name).collect(Collectors.joining(" "));
    }

    private static TokenRange tokens(String model, int width, int height) {
        return ((Counted) offering(model).imageBilling(TODAY).orElseThrow().tokens(width, height, Detail.AUTO))
                .tokens();
    }
}

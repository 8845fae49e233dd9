package io.epochwise.catalog;

import io.epochwise.fault.Spelling;
import io.epochwise.policy.Availability;
import io.epochwise.policy.AvailabilityRules;
import io.epochwise.policy.Organization;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageTokens.Counted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the catalog must say of Google, on Vertex AI and on the Gemini API; prices are USD per 1,000,000 tokens. */
class GoogleCatalogTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static Offering offering(String id) {
        return CATALOG.require(id);
    }

    private static List<Offering> of(String provider) {
        return CATALOG.offerings().stream()
                .filter(offering -> offering.provider().equals(provider))
                .toList();
    }

    private static <E extends Enum<E>> E constant(E[] constants, String text) {
        return Spelling.parse(constants, text).orElseThrow();
    }

    private static String words(List<?> list) {
        return list.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static Optional<Price> price(String id, Meter meter, String tier, LocalDate asOf) {
        return offering(id).price(new PriceQuery(meter, tier, null, null, asOf));
    }

    @Test
    void holdsTheModelsOfBothChannels() {
        assertThat(of("google"))
                .extracting(Offering::id)
                .containsExactlyInAnyOrder(
                        "google/gemini-1.5-flash-001",
                        "google/gemini-1.5-flash-002",
                        "google/gemini-1.5-pro-001",
                        "google/gemini-1.5-pro-002",
                        "google/gemini-2.0-flash-001",
                        "google/gemini-2.0-flash-lite-001",
                        "google/gemini-2.5-pro",
                        "google/gemini-2.5-flash",
                        "google/gemini-2.5-flash-lite",
                        "google/gemini-3.1-flash-lite",
                        "google/gemini-3.1-pro-preview",
                        "google/gemini-3.5-flash",
                        "google/gemini-3.5-flash-lite",
                        "google/gemini-3.6-flash",
                        "google/gemini-3.7-flash",
                        "google/gemini-3.8-flash",
                        "google/gemma-3-12b",
                        "google/gemma-3-27b",
                        "google/llama-3.1-8b",
                        "google/llama-3.2-1b",
                        "google/llama-3.2-3b",
                        "google/llama-3.3-70b",
                        "google/llama-4-scout",
                        "google/qwen3-14b",
                        "google/qwen3-32b");
        assertThat(of("gemini-api"))
                .extracting(Offering::id)
                .containsExactlyInAnyOrder(
                        "gemini-api/gemini-2.0-flash",
                        "gemini-api/gemini-2.0-flash-lite",
                        "gemini-api/gemini-2.5-pro",
                        "gemini-api/gemini-2.5-flash",
                        "gemini-api/gemini-2.5-flash-lite",
                        "gemini-api/gemini-3.1-flash-lite",
                        "gemini-api/gemini-3.1-pro-preview",
                        "gemini-api/gemini-3.5-flash",
                        "gemini-api/gemini-3.5-flash-lite",
                        "gemini-api/gemini-3.6-flash",
                        "gemini-api/gemini-3.7-flash",
                        "gemini-api/gemini-3.8-flash");
    }

    @ParameterizedTest
    @CsvSource({
        "google/gemini-1.5-flash, google/gemini-1.5-flash-002",
        "google/gemini-1.5-pro, google/gemini-1.5-pro-002",
        "google/gemini-2.0-flash, google/gemini-2.0-flash-001",
        "google/gemini-2.0-flash-lite, google/gemini-2.0-flash-lite-001",
        "google/gemini-3.1-pro, google/gemini-3.1-pro-preview",
        "gemini-api/gemini-2.0-flash-001, gemini-api/gemini-2.0-flash"
    })
    void knowsShortNames(String alias, String id) {
        assertThat(offering(alias).id()).isEqualTo(id);
    }

    @Test
    void vertexHasFourTiersAndTheGlobalEndpointIsUsual() {
        assertThat(of("google")).allSatisfy(offering -> {
            assertThat(offering.defaultTier()).isEqualTo("global");
            assertThat(offering.tiers()).isSubsetOf("global", "regional", "flex", "priority");
        });
        assertThat(of("gemini-api"))
                .allSatisfy(offering -> assertThat(offering.tiers()).isSubsetOf("standard", "flex", "priority"));
    }

    /** {@code none}: there is no such price; {@code unknown}: a row says that it is not found. */
    @ParameterizedTest(name = "{0} {1} {2} on {3}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
            # training
            google/gemini-3.5-flash,      training,           -,        2026-11-23, 10.00
            google/gemini-3.5-flash,      training,           regional, 2026-11-23, 10.00
            google/gemini-3.1-flash-lite, training,           -,        2026-11-23, 3.00
            google/gemini-3.5-flash-lite, training,           -,        2026-11-23, unknown
            google/gemini-2.5-pro,        training,           -,        2026-09-15, 25.00
            google/gemini-2.5-flash,      training,           -,        2026-09-15, 5.00
            google/gemini-2.5-flash-lite, training,           -,        2026-09-15, 1.50
            google/gemini-2.0-flash,      training,           -,        2026-02-04, 3.00
            google/gemini-2.0-flash,      training,           -,        2026-06-01, none
            google/gemini-2.0-flash-lite, training,           -,        2026-02-04, unknown
            google/gemini-1.5-flash,      training,           -,        2025-09-23, 8.00
            google/gemini-1.5-flash,      training,           -,        2025-09-24, none
            google/gemini-1.5-pro,        training,           -,        2025-09-23, 80.00
            google/gemini-3.8-flash,      training,           -,        2026-11-23, none
            google/llama-4-scout,         training,           -,        2026-11-23, 5.77
            google/gemma-3-27b,           training,           -,        2026-11-23, 6.83
            google/gemma-3-12b,           training,           -,        2026-11-23, 1.82
            google/qwen3-14b,             training,           -,        2026-11-23, 8.46
            google/qwen3-32b,             training,           -,        2026-11-23, 6.57
            google/llama-3.3-70b,         training,           -,        2026-11-23, 6.72
            google/llama-3.1-8b,          training,           -,        2026-11-23, 0.67
            google/llama-3.2-3b,          training,           -,        2026-11-23, 0.61
            google/llama-3.2-1b,          training,           -,        2026-11-23, 0.28
            # inference of the tuned model
            google/gemini-3.5-flash,      tuned-input,        -,        2026-11-23, 2.25
            google/gemini-3.5-flash,      tuned-output,       -,        2026-11-23, 13.50
            google/gemini-3.5-flash,      tuned-input,        regional, 2026-11-23, 2.475
            google/gemini-3.5-flash,      tuned-output,       regional, 2026-11-23, 14.85
            google/gemini-3.5-flash,      tuned-input,        regional, 2026-06-30, 2.25
            google/gemini-3.5-flash,      tuned-output,       -,        2026-06-30, 13.50
            google/gemini-3.1-flash-lite, tuned-input,        -,        2026-11-23, 0.375
            google/gemini-3.1-flash-lite, tuned-output,       -,        2026-11-23, 2.25
            google/gemini-3.1-flash-lite, tuned-input,        regional, 2026-11-23, 0.4125
            google/gemini-3.1-flash-lite, tuned-output,       regional, 2026-11-23, 2.475
            google/gemini-3.5-flash-lite, tuned-input,        -,        2026-11-23, 0.45
            google/gemini-3.5-flash-lite, tuned-output,       -,        2026-11-23, 3.75
            google/gemini-3.5-flash-lite, tuned-output,       regional, 2026-11-23, 4.125
            google/gemini-3.5-flash,      tuned-input,        flex,     2026-11-23, unknown
            google/gemini-3.5-flash,      tuned-cached-input, -,        2026-11-23, unknown
            google/gemini-3.5-flash,      tuned-batch-output, -,        2026-11-23, unknown
            google/gemini-3.5-flash,      hosting,            -,        2026-11-23, 0
            google/gemini-2.5-pro,        tuned-input,        -,        2026-09-15, 1.25
            google/gemini-2.5-pro,        tuned-output,       regional, 2026-09-15, 10.00
            google/gemini-2.5-flash,      tuned-input,        -,        2026-09-15, 0.30
            google/gemini-2.5-flash,      tuned-output,       -,        2026-09-15, 2.50
            google/gemini-2.5-flash-lite, tuned-output,       -,        2026-09-15, 0.40
            google/gemini-2.5-flash-lite, tuned-output,       priority, 2026-09-15, unknown
            google/gemini-2.0-flash,      tuned-output,       -,        2026-02-04, 0.40
            google/gemini-2.0-flash-lite, tuned-output,       -,        2026-02-04, unknown
            google/gemini-1.5-pro,        tuned-input,        -,        2025-07-04, unknown
            google/llama-4-scout,         tuned-output,       -,        2026-11-23, unknown
            # inference of the base model
            google/gemini-3.5-flash,      input,              -,        2026-11-23, 1.50
            google/gemini-3.5-flash,      cached-input,       -,        2026-11-23, 0.15
            google/gemini-3.5-flash,      output,             regional, 2026-06-30, 9.00
            google/gemini-3.5-flash,      input,              regional, 2026-07-01, 1.65
            google/gemini-3.5-flash,      output,             regional, 2026-07-01, 9.90
            google/gemini-3.5-flash,      batch-output,       -,        2026-11-23, 4.50
            google/gemini-3.5-flash,      output,             flex,     2026-11-23, 4.50
            google/gemini-3.5-flash,      output,             priority, 2026-11-23, 16.20
            google/gemini-3.1-flash-lite, cached-input,       -,        2026-11-23, 0.025
            google/gemini-3.1-flash-lite, output,             regional, 2026-11-23, 1.65
            google/gemini-3.5-flash-lite, output,             -,        2026-11-23, 2.50
            google/gemini-3.5-flash-lite, input,              -,        2026-07-20, none
            google/gemini-3.1-pro,        output,             -,        2026-11-23, 12.00
            google/gemini-2.5-pro,        cached-input,       -,        2026-09-15, 0.125
            google/gemini-2.5-flash,      cached-input,       -,        2026-09-15, 0.03
            google/gemini-2.5-flash,      batch-input,        -,        2026-09-15, 0.15
            google/gemini-2.5-flash-lite, cached-input,       -,        2026-09-15, 0.01
            google/gemini-2.0-flash,      cached-input,       -,        2026-02-04, 0.025
            google/gemini-1.5-flash,      cached-input,       -,        2025-07-04, 0.01875
            google/gemini-1.5-pro,        cached-input,       -,        2025-07-04, 0.3125
            google/gemini-3.6-flash,      cache-storage,      -,        2026-11-23, 0.50
            google/gemini-3.8-flash,      cache-storage,      -,        2026-11-23, unknown
            google/llama-4-scout,         input,              -,        2026-11-23, unknown
            # the Gemini API has the same prices and no regions
            gemini-api/gemini-3.5-flash,  output,             -,        2026-11-23, 9.00
            gemini-api/gemini-3.5-flash,  output,             regional, 2026-11-23, none
            gemini-api/gemini-3.5-flash,  tuned-output,       -,        2026-11-23, none
            gemini-api/gemini-2.0-flash,  output,             -,        2026-05-31, 0.40
            gemini-api/gemini-2.0-flash,  output,             -,        2026-06-01, none
            """)
    void prices(String id, String meter, String tier, LocalDate asOf, String amount) {
        Optional<Price> price = price(id, constant(Meter.values(), meter), tier, asOf);

        switch (amount) {
            case "none" -> assertThat(price).isEmpty();
            case "unknown" ->
                assertThat(price).hasValueSatisfying(row -> {
                    assertThat(row.status()).isEqualTo(FactStatus.NOT_FOUND);
                    assertThat(row.note()).isNotBlank();
                });
            default ->
                assertThat(price).hasValueSatisfying(row -> {
                    assertThat(row.amount()).isEqualByComparingTo(amount);
                    assertThat(row.per()).isEqualByComparingTo(row.meter() == Meter.HOSTING ? "1" : "1000000");
                });
        }
    }

    /** Worked example 51: Gemini 3.6, 3.7 and 3.8 Flash double at the turn of the year. */
    @ParameterizedTest(name = "{0} {1} on {2}: {3} / {4}")
    @CsvSource(textBlock = """
            google,     global,   2026-12-31, 0.75,  3.75
            google,     global,   2027-01-01, 1.50,  7.50
            google,     regional, 2026-12-31, 0.825, 4.125
            google,     regional, 2027-01-01, 1.65,  8.25
            google,     flex,     2026-12-31, 0.375, 1.875
            google,     flex,     2027-01-01, 0.75,  3.75
            google,     priority, 2026-12-31, 1.35,  6.75
            google,     priority, 2027-01-01, 2.70,  13.50
            gemini-api, standard, 2026-12-31, 0.75,  3.75
            gemini-api, standard, 2027-01-01, 1.50,  7.50
            """)
    void flashDoublesOnNewYearsDay(String provider, String tier, LocalDate asOf, BigDecimal input, BigDecimal output) {
        for (String version : List.of("3.6", "3.7", "3.8")) {
            String id = provider + "/gemini-" + version + "-flash";

            assertThat(price(id, Meter.INPUT, tier, asOf).orElseThrow().amount())
                    .isEqualByComparingTo(input);
            assertThat(price(id, Meter.OUTPUT, tier, asOf).orElseThrow().amount())
                    .isEqualByComparingTo(output);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-07-20, ''", "2026-07-21, 7.50", "2026-08-12, 7.50", "2026-08-13, 3.75"})
    void flash36HadAnotherPriceBeforeItsDiscount(LocalDate asOf, String output) {
        assertThat(price("google/gemini-3.6-flash", Meter.OUTPUT, null, asOf)
                        .map(price -> price.amount().toPlainString())
                        .orElse(""))
                .isEqualTo(output);
    }

    @ParameterizedTest(name = "{0} {1} {2} from {3} input tokens: {4}")
    @CsvSource(textBlock = """
            google/gemini-2.5-pro,         input,        global,   200001, 2026-09-15, 2.50
            google/gemini-2.5-pro,         output,       global,   200001, 2026-09-15, 15.00
            google/gemini-2.5-pro,         cached-input, global,   200001, 2026-09-15, 0.25
            google/gemini-2.5-pro,         batch-output, global,   200001, 2026-09-15, 7.50
            google/gemini-2.5-pro,         tuned-input,  global,   200001, 2026-09-15, 2.50
            google/gemini-2.5-pro,         tuned-output, global,   200001, 2026-09-15, 15.00
            google/gemini-3.1-pro-preview, input,        global,   200001, 2026-11-23, 4.00
            google/gemini-3.1-pro-preview, output,       global,   200001, 2026-11-23, 18.00
            google/gemini-3.1-pro-preview, output,       regional, 200001, 2026-06-30, 18.00
            google/gemini-3.1-pro-preview, output,       regional, 200001, 2026-07-01, 19.80
            google/gemini-1.5-flash,       input,        global,   128001, 2025-07-04, 0.15
            google/gemini-1.5-flash,       output,       global,   128001, 2025-07-04, 0.60
            google/gemini-1.5-pro,         output,       global,   128001, 2025-07-04, 10.00
            gemini-api/gemini-2.5-pro,     output,       standard, 200001, 2026-11-23, 15.00
            """)
    void longRequestsCostMore(
            String id, String meter, String tier, long fromInputTokens, LocalDate asOf, BigDecimal amount) {
        assertThat(offering(id).pricesInForce(asOf))
                .filteredOn(price -> price.meter() == constant(Meter.values(), meter)
                        && price.tiers().contains(tier)
                        && price.fromInputTokens() != null)
                .singleElement()
                .satisfies(price -> {
                    assertThat(price.fromInputTokens()).isEqualTo(fromInputTokens);
                    assertThat(price.amount()).isEqualByComparingTo(amount);
                });
    }

    /** The rules of the price page, checked on every row of the usual price on every side of every date. */
    @ParameterizedTest
    @ValueSource(
            strings = {"2025-07-04", "2026-02-04", "2026-06-30", "2026-07-31", "2026-09-15", "2026-12-31", "2027-01-01"
            })
    void tiersFollowFromTheUsualPrice(LocalDate asOf) {
        boolean surcharge = !asOf.isBefore(LocalDate.of(2026, 7, 1));
        for (Offering offering : of("google")) {
            for (Meter meter : List.of(Meter.INPUT, Meter.OUTPUT)) {
                for (Price usual : rows(offering, meter, "global", asOf)) {
                    boolean third = offering.id().contains("gemini-3");
                    expect(offering, meter, "regional", usual, third && surcharge ? "1.1" : "1", asOf);
                    expect(offering, batch(meter), "global", usual, "0.5", asOf);
                    if (!offering.id().contains("-1.5-") && !offering.id().contains("-2.0-")) {
                        expect(offering, meter, "flex", usual, "0.5", asOf);
                        expect(offering, meter, "priority", usual, "1.8", asOf);
                    }
                }
            }
        }
    }

    private static Meter batch(Meter meter) {
        return meter == Meter.INPUT ? Meter.BATCH_INPUT : Meter.BATCH_OUTPUT;
    }

    private static List<Price> rows(Offering offering, Meter meter, String tier, LocalDate asOf) {
        return offering.pricesInForce(asOf).stream()
                .filter(price -> price.meter() == meter && price.tiers().contains(tier) && price.amount() != null)
                .toList();
    }

    private static void expect(
            Offering offering, Meter meter, String tier, Price usual, String factor, LocalDate asOf) {
        assertThat(rows(offering, meter, tier, asOf))
                .as(offering.id() + " " + meter + " " + tier)
                .filteredOn(price -> Objects.equals(price.fromInputTokens(), usual.fromInputTokens()))
                .singleElement()
                .satisfies(price -> assertThat(price.amount())
                        .isEqualByComparingTo(usual.amount().multiply(new BigDecimal(factor))));
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} to {4}")
    @CsvSource(nullValues = "-", textBlock = """
            gemini-3.5-flash,      tuned-input,  regional, 2.25,  -
            gemini-3.5-flash,      tuned-output, regional, 13.50, -
            gemini-3.5-flash,      tuned-input,  global,   -,     2.475
            gemini-3.5-flash,      tuned-output, global,   -,     14.85
            gemini-3.1-flash-lite, tuned-output, regional, 2.25,  -
            gemini-3.5-flash-lite, tuned-input,  regional, 0.45,  -
            gemini-3.6-flash,      input,        global,   -,     1.50
            gemini-3.6-flash,      output,       regional, -,     8.25
            """)
    void pricesInDoubtHaveAnotherReading(String model, String meter, String tier, BigDecimal low, BigDecimal high) {
        assertThat(price("google/" + model, constant(Meter.values(), meter), tier, TODAY))
                .hasValueSatisfying(price -> {
                    assertThat(price.status()).isEqualTo(FactStatus.CONFLICT);
                    assertThat(price.low()).isEqualTo(low);
                    assertThat(price.high()).isEqualTo(high);
                    assertThat(price.note()).isNotBlank();
                });
    }

    @ParameterizedTest(name = "{0} {1} on {2}: {3}, {4}")
    @CsvSource(textBlock = """
            google/gemini-3.5-flash,         training,     2026-11-23, secondary, stated
            google/gemini-3.5-flash,         batch-input,  2026-11-23, derived,   stated
            google/gemini-2.5-flash,         tuned-input,  2026-09-15, derived,   stated
            google/gemini-3.1-flash-lite,    cached-input, 2026-11-23, derived,   assumed
            google/gemini-1.5-pro,           training,     2025-07-04, secondary, unverified
            google/gemini-1.5-pro,           input,        2025-07-04, secondary, stated
            google/llama-4-scout,            training,     2026-11-23, secondary, unverified
            google/llama-3.1-8b,             training,     2026-11-23, secondary, stated
            google/gemini-2.5-flash,         hosting,      2026-09-15, secondary, conflict
            gemini-api/gemini-3.1-flash-lite, output,      2026-11-23, secondary, stated
            """)
    void gradesOfPrices(String id, String meter, LocalDate asOf, String grade, String status) {
        Price price = price(id, constant(Meter.values(), meter), null, asOf).orElseThrow();

        assertThat(price.grade()).hasToString(grade);
        assertThat(price.status()).hasToString(status);
    }

    @ParameterizedTest(name = "{0}: {1}, with images {2}, {3}")
    @CsvSource(nullValues = "-", textBlock = """
            google/gemini-3.5-flash,      sft rft, sft, batch-inference, stated
            google/gemini-3.1-flash-lite, sft,     sft, batch-inference, stated
            google/gemini-3.5-flash-lite, sft,     sft, batch-inference, conflict
            google/gemini-2.5-pro,        sft,     sft, batch-inference, stated
            google/gemini-2.5-flash,      sft dpo, sft, batch-inference, stated
            google/gemini-2.5-flash-lite, sft dpo, sft, batch-inference, stated
            google/gemini-2.0-flash,      sft,     sft, batch-inference, stated
            google/gemini-1.5-flash,      sft,     sft, unstated,        assumed
            google/llama-4-scout,         sft,     '',  unstated,        stated
            google/gemma-3-27b,           sft,     '',  unstated,        stated
            google/gemini-3.6-flash,      '',      '',  unstated,        stated
            google/gemini-3.8-flash,      '',      '',  unstated,        stated
            google/gemini-3.1-pro,        '',      '',  unstated,        stated
            gemini-api/gemini-2.5-flash,  '',      '',  unstated,        stated
            """)
    void tuning(String id, String methods, String visionMethods, String validation, String status) {
        Offering offering = offering(id);

        assertThat(words(offering.fineTuning().methods())).isEqualTo(methods);
        assertThat(words(offering.fineTuning().visionMethods())).isEqualTo(visionMethods);
        assertThat(offering.fineTuning().validation()).hasToString(validation);
        assertThat(offering.fineTuning().status()).hasToString(status);
        assertThat(offering.kind()).isEqualTo(methods.isEmpty() ? OfferingKind.PROMPT_ONLY : OfferingKind.HOSTED);
    }

    @Test
    void nothingCanBeTunedOnTheGeminiApi() {
        assertThat(of("gemini-api")).allSatisfy(offering -> {
            assertThat(offering.tunable()).isFalse();
            assertThat(offering.fineTuning().source()).startsWith("G-APITUNE");
        });
    }

    @ParameterizedTest(name = "{0}: {1} x {2}")
    @CsvSource(nullValues = "-", textBlock = """
            gemini-3.5-flash,      multiplier, 1.5, conflict
            gemini-3.5-flash-lite, multiplier, 1.5, conflict
            gemini-3.1-flash-lite, multiplier, 1.5, conflict
            gemini-2.5-pro,        base-price, -,   stated
            gemini-2.5-flash,      base-price, -,   stated
            gemini-2.0-flash,      base-price, -,   stated
            """)
    void tunedModelsAreServedByToken(String model, String mode, BigDecimal multiplier, String status) {
        assertThat(offering("google/" + model).serving()).singleElement().satisfies(way -> {
            assertThat(way.mode()).hasToString(mode);
            assertThat(way.multiplier()).isEqualTo(multiplier);
            assertThat(way.status()).hasToString(status);
        });
    }

    @ParameterizedTest(name = "{0}: {1} for {2} on {3}, {4}")
    @CsvSource(textBlock = """
            google/gemini-1.5-flash-001,       shutdown, everyone,      2025-05-24, stated
            google/gemini-1.5-pro-002,         shutdown, everyone,      2025-09-24, stated
            google/gemini-2.0-flash,           shutdown, everyone,      2026-02-05, unverified
            google/gemini-2.0-flash,           shutdown, everyone,      2026-06-01, assumed
            google/gemini-2.0-flash-lite,      shutdown, everyone,      2026-02-25, unverified
            google/gemini-2.5-pro,             shutdown, everyone,      2026-10-16, unverified
            google/gemini-2.5-flash,           shutdown, everyone,      2026-10-16, unverified
            google/gemini-2.5-flash-lite,      shutdown, everyone,      2026-10-16, unverified
            google/gemini-2.5-flash-lite,      shutdown, new-customers, 2026-09-16, unverified
            google/gemini-3.1-flash-lite,      launch,   everyone,      2026-05-07, stated
            google/gemini-3.1-flash-lite,      shutdown, everyone,      2027-05-07, stated
            google/gemini-3.5-flash,           launch,   everyone,      2026-05-19, stated
            google/gemini-3.5-flash,           shutdown, everyone,      2027-05-19, stated
            google/gemini-3.5-flash-lite,      shutdown, everyone,      2027-07-21, stated
            google/gemini-3.6-flash,           launch,   everyone,      2026-07-21, stated
            google/gemini-3.7-flash,           launch,   everyone,      2026-08-13, stated
            google/gemini-3.8-flash,           launch,   everyone,      2026-09-02, stated
            gemini-api/gemini-2.0-flash,       shutdown, everyone,      2026-06-01, stated
            gemini-api/gemini-2.0-flash-lite,  shutdown, everyone,      2026-06-01, stated
            gemini-api/gemini-2.5-flash,       shutdown, new-customers, 2026-09-22, stated
            gemini-api/gemini-2.5-pro,         rerouted, everyone,      2026-12-01, stated
            gemini-api/gemini-3.1-flash-lite,  shutdown, everyone,      2027-05-07, stated
            """)
    void lifeCycle(String id, String event, String audience, LocalDate on, String status) {
        assertThat(offering(id).lifeCycle())
                .filteredOn(row -> row.event() == constant(LifeCycleEventType.values(), event)
                        && row.appliesTo() == constant(Audience.values(), audience)
                        && row.on().equals(on))
                .singleElement()
                .satisfies(row -> assertThat(row.status()).hasToString(status));
    }

    @Test
    void endsOfGemini3AreTheEarliestPossibleOnVertexAlone() {
        assertThat(ends("google/gemini-3.5-flash")).allMatch(LifeCycleEvent::noEarlierThan);
        assertThat(ends("google/gemini-3.1-flash-lite")).allMatch(LifeCycleEvent::noEarlierThan);
        assertThat(ends("gemini-api/gemini-3.1-flash-lite")).noneMatch(LifeCycleEvent::noEarlierThan);
        assertThat(ends("gemini-api/gemini-3.5-flash")).isEmpty();
        assertThat(ends("gemini-api/gemini-2.5-flash-lite")).isEmpty();
    }

    private static List<LifeCycleEvent> ends(String id) {
        return offering(id).lifeCycle().stream()
                .filter(event -> event.event() == LifeCycleEventType.SHUTDOWN)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-api/gemini-2.5-pro, rerouted, gemini-api/gemini-3.8-flash",
        "gemini-api/gemini-2.5-flash, rerouted, gemini-api/gemini-3.5-flash-lite",
        "gemini-api/gemini-3.1-flash-lite, shutdown, gemini-api/gemini-3.5-flash-lite",
        "google/gemini-2.5-pro, shutdown, google/gemini-3.5-flash",
        "google/gemini-2.5-flash, shutdown, google/gemini-3.5-flash-lite google/gemini-3.1-flash-lite",
        "google/gemini-2.5-flash-lite, shutdown, google/gemini-3.1-flash-lite"
    })
    void replacements(String id, String event, String replacements) {
        assertThat(offering(id).lifeCycle())
                .filteredOn(row -> row.event() == constant(LifeCycleEventType.values(), event)
                        && row.appliesTo() == Audience.EVERYONE)
                .singleElement()
                .satisfies(row -> assertThat(words(row.replacements())).isEqualTo(replacements));
    }

    /** Requests to Gemini 2.5 are billed at the price of the model that answers them. */
    @ParameterizedTest
    @CsvSource({
        "gemini-2.5-pro, gemini-2.5-pro, 2026-11-30, 1.25, 10.00",
        "gemini-2.5-pro, gemini-3.8-flash, 2026-12-01, 0.75, 3.75",
        "gemini-2.5-pro, gemini-3.8-flash, 2026-12-31, 0.75, 3.75",
        "gemini-2.5-pro, gemini-3.8-flash, 2027-01-01, 1.50, 7.50",
        "gemini-2.5-flash, gemini-2.5-flash, 2026-11-30, 0.30, 2.50",
        "gemini-2.5-flash, gemini-3.5-flash-lite, 2026-12-01, 0.30, 2.50"
    })
    void reroutedRequestsAreBilledAsTheModelThatAnswers(
            String model, String answering, LocalDate asOf, BigDecimal input, BigDecimal output) {
        for (String id : List.of("gemini-api/" + model, "gemini-api/" + answering)) {
            assertThat(price(id, Meter.INPUT, null, asOf).orElseThrow().amount())
                    .isEqualByComparingTo(input);
            assertThat(price(id, Meter.OUTPUT, null, asOf).orElseThrow().amount())
                    .isEqualByComparingTo(output);
        }
        assertThat(tokens("gemini-api/" + model, 1000, 1000, asOf).expected())
                .isEqualTo(tokens("gemini-api/" + answering, 1000, 1000, asOf).expected());
        assertThat(price("gemini-api/" + model, Meter.CACHED_INPUT, null, asOf)
                        .orElseThrow()
                        .amount())
                .isEqualByComparingTo(input.movePointLeft(1));
    }

    /** Whatever is asked of Gemini 2.5 after its end, the model that answers has a price for it. */
    @ParameterizedTest(name = "{0} in the tier {3} on {2}, as {1}")
    @CsvSource(textBlock = """
            gemini-2.5-pro,   gemini-3.8-flash,      2026-12-01, standard
            gemini-2.5-pro,   gemini-3.8-flash,      2027-01-01, standard
            gemini-2.5-pro,   gemini-3.8-flash,      2026-12-31, flex
            gemini-2.5-pro,   gemini-3.8-flash,      2027-01-01, priority
            gemini-2.5-flash, gemini-3.5-flash-lite, 2026-12-01, standard
            gemini-2.5-flash, gemini-3.5-flash-lite, 2027-01-01, flex
            gemini-2.5-flash, gemini-3.5-flash-lite, 2026-12-01, priority
            """)
    void noPriceIsLostByRerouting(String model, String answering, LocalDate asOf, String tier) {
        for (Meter meter : List.of(Meter.INPUT, Meter.OUTPUT, Meter.BATCH_INPUT, Meter.BATCH_OUTPUT)) {
            assertThat(price("gemini-api/" + model, meter, tier, asOf).map(Price::amount))
                    .isEqualTo(
                            price("gemini-api/" + answering, meter, tier, asOf).map(Price::amount));
        }
    }

    /** The budgets of media resolution of Gemini 2.5 end with it: low is 64 tokens before and 280 after. */
    @ParameterizedTest
    @ValueSource(strings = {"gemini-api/gemini-2.5-pro", "gemini-api/gemini-2.5-flash"})
    void noSettingOfGemini25IsLeftAfterRerouting(String id) {
        assertThat(offering(id).imageRulesKnown(LocalDate.of(2026, 11, 30)))
                .extracting(ImageRuleFact::reading)
                .contains(Reading.ON_REQUEST);
        assertThat(offering(id).imageRulesKnown(LocalDate.of(2026, 12, 1)))
                .singleElement()
                .satisfies(rule -> assertThat(rule.parameters().get("low")).hasToString("280"));
    }

    /** G-TUNE: supervised tuning "is not a Covered Service", and controlled generation is a known issue of tuned models. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gemini-3.5-flash",
                "gemini-3.5-flash-lite",
                "gemini-3.1-flash-lite",
                "gemini-2.5-pro",
                "gemini-2.5-flash",
                "gemini-2.5-flash-lite"
            })
    void whoTunesIsWarnedOfWhatIsNotPromised(String model) {
        assertThat(offering("google/" + model).fineTuning().note())
                .contains("No service level agreement")
                .contains("controlled generation")
                .contains("the greatest number of epochs is not found");
    }

    @ParameterizedTest(name = "{0}, customer {1}, on {2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            google/gemini-2.5-flash, -,     2026-09-15, available
            google/gemini-2.5-flash, false, 2026-09-16, unknown
            google/gemini-2.5-flash, true,  2026-09-16, available
            google/gemini-2.5-flash, true,  2026-10-15, available
            google/gemini-2.5-flash, true,  2026-10-16, unknown
            google/gemini-2.5-flash, false, 2026-11-23, unknown
            google/gemini-2.0-flash, true,  2026-02-04, available
            google/gemini-2.0-flash, true,  2026-02-05, unknown
            google/gemini-2.0-flash, true,  2026-06-01, retired
            google/gemini-1.5-flash, true,  2025-09-23, available
            google/gemini-1.5-flash, true,  2025-09-24, retired
            google/gemini-3.5-flash, -,     2026-05-18, closed
            google/gemini-3.5-flash, -,     2026-11-23, available
            google/gemini-3.5-flash, true,  2027-05-18, available
            google/gemini-3.5-flash, true,  2027-05-19, unknown
            google/gemini-3.5-flash-lite, true, 2026-11-23, unknown
            google/gemini-3.8-flash, true,  2026-11-23, closed
            gemini-api/gemini-2.5-flash, true, 2026-11-23, closed
            """)
    void training(String id, Boolean customer, LocalDate asOf, String verdict) {
        Availability availability = AvailabilityRules.training(
                offering(id), Method.SFT, true, new Organization(null, null, null, customer), asOf);

        assertThat(availability.verdict()).hasToString(verdict);
    }

    @Test
    void whetherOpenModelsAreTunedOnImagesIsNotKnown() {
        Availability text = AvailabilityRules.training(
                offering("google/gemma-3-27b"), Method.SFT, false, Organization.UNKNOWN, TODAY);
        Availability images = AvailabilityRules.training(
                offering("google/gemma-3-27b"), Method.SFT, true, Organization.UNKNOWN, TODAY);

        assertThat(text.verdict()).hasToString("available");
        assertThat(images.verdict()).hasToString("unknown");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            gemini-api/gemini-2.5-pro,        false, 2026-09-22, retired
            gemini-api/gemini-2.5-pro,        -,     2026-09-22, restricted
            gemini-api/gemini-2.5-pro,        true,  2026-11-30, available
            gemini-api/gemini-2.5-pro,        true,  2026-12-01, retired
            gemini-api/gemini-2.5-flash-lite, -,     2026-12-01, available
            gemini-api/gemini-3.8-flash,      -,     2026-09-01, closed
            gemini-api/gemini-3.8-flash,      -,     2026-09-02, available
            """)
    void promptingOnTheGeminiApi(String id, Boolean customer, LocalDate asOf, String verdict) {
        Availability availability =
                AvailabilityRules.baseInference(offering(id), new Organization(null, null, null, customer), asOf);

        assertThat(availability.verdict()).hasToString(verdict);
    }

    private static TokenRange tokens(String id, int width, int height, LocalDate asOf) {
        return ((Counted) offering(id).imageBilling(asOf).orElseThrow().tokens(width, height, Detail.AUTO)).tokens();
    }

    /** Worked examples 13 and 18; the others follow from the rules by hand. */
    @ParameterizedTest(name = "{0}, {1} x {2}: {3} ({4} to {5})")
    @CsvSource(textBlock = """
            google/gemini-1.5-flash,     256,  256,  258,  258,  258
            google/gemini-1.5-flash,     384,  384,  258,  258,  258
            google/gemini-2.0-flash,     384,  384,  258,  258,  258
            google/gemini-2.0-flash,     960,  540,  1548, 1548, 1548
            google/gemini-2.0-flash,     1000, 1000, 1032, 1032, 1032
            google/gemini-2.0-flash,     768,  768,  1032, 1032, 1032
            gemini-api/gemini-2.0-flash, 768,  768,  1032, 258,  1032
            google/gemini-2.5-flash,     256,  256,  258,  258,  258
            google/gemini-2.5-flash,     768,  768,  258,  258,  1032
            google/gemini-2.5-pro,       960,  540,  516,  258,  1548
            google/gemini-2.5-pro,       1000, 1000, 1032, 258,  1032
            gemini-api/gemini-2.5-flash, 960,  540,  516,  258,  1548
            """)
    void imagesByTile(String id, int width, int height, long expected, long low, long high) {
        TokenRange tokens = tokens(id, width, height, id.contains("2.5") ? TODAY : LocalDate.of(2025, 7, 4));

        assertThat(tokens.expected()).isEqualTo(expected);
        assertThat(tokens.low()).isEqualTo(low);
        assertThat(tokens.high()).isEqualTo(high);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "google/gemini-3.1-flash-lite",
                "google/gemini-3.1-pro-preview",
                "google/gemini-3.5-flash",
                "google/gemini-3.8-flash",
                "gemini-api/gemini-3.5-flash-lite",
                "gemini-api/gemini-3.7-flash"
            })
    void imagesOfGemini3CountTheSameAtAnySize(String id) {
        assertThat(tokens(id, 64, 64, TODAY).expected()).isEqualTo(1120);
        assertThat(tokens(id, 4000, 3000, TODAY).expected()).isEqualTo(1120);
    }

    @Test
    void openModelsSayNothingOfImages() {
        assertThat(of("google").stream().filter(offering -> !offering.id().contains("gemini")))
                .hasSize(9)
                .noneMatch(Offering::takesImages);
        assertThat(Stream.concat(of("google").stream(), of("gemini-api").stream())
                        .filter(offering -> offering.id().contains("gemini-1")
                                || offering.id().contains("gemini-2")
                                || offering.id().contains("gemini-3")))
                .hasSize(28)
                .allMatch(Offering::takesImages);
    }

    @ParameterizedTest(name = "{0} {1}: {2}, {3}")
    @CsvSource(nullValues = "-", textBlock = """
            gemini-3.5-flash, images-per-example,   30,         ''
            gemini-3.5-flash, image-bytes,          20000000,   ''
            gemini-3.5-flash, image-source,         -,          cloud-storage url
            gemini-3.5-flash, example-format,       -,          gemini-contents
            gemini-3.5-flash, file-bytes,           1000000000, ''
            gemini-3.5-flash, file-format,          -,          jsonl
            gemini-3.5-flash, examples,             10000000,   ''
            gemini-3.5-flash, examples-with-images, 300000,     ''
            gemini-3.5-flash, validation-examples,  5000,       ''
            gemini-3.5-flash, validation-percent,   30,         ''
            gemini-3.5-flash, adapter-size,         -,          1 2 4 8 16
            gemini-3.5-flash, training-region,      -,          us-central1 europe-west4
            gemini-3.5-flash, serving-region,       -,          us eu
            gemini-2.5-flash, adapter-size,         -,          1 2 4 8 16
            gemini-2.5-pro,   adapter-size,         -,          1 2 4 8
            gemini-2.0-flash, adapter-size,         -,          1 2 4 8
            gemini-2.0-flash, examples,             1000000,    ''
            gemini-2.0-flash, validation-examples,  5000,       ''
            gemini-1.5-pro,   adapter-size,         -,          1 4
            gemini-1.5-flash, validation-examples,  256,        ''
            """)
    void limits(String model, String name, BigDecimal max, String values) {
        assertThat(offering("google/" + model).limit(constant(LimitName.values(), name), null, TODAY))
                .hasValueSatisfying(limit -> {
                    assertThat(limit.max()).isEqualTo(max);
                    assertThat(words(limit.values())).isEqualTo(values);
                });
    }

    @ParameterizedTest
    @CsvSource({"gemini-3.5-flash, 131072, stated", "gemini-2.0-flash, 131072, assumed", "gemini-1.5-pro, 32000, stated"
    })
    void tokensOfAnExample(String model, long tokens, String status) {
        assertThat(offering("google/" + model).contextTokens()).satisfies(context -> {
            assertThat(context.training()).isEqualTo(tokens);
            assertThat(context.status()).hasToString(status);
        });
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            gemini-3.5-flash, training-on-data,      no
            gemini-3.5-flash, zero-data-retention,   not-default
            gemini-3.5-flash, abuse-monitoring,      on-by-default
            gemini-3.5-flash, storage-residency,     in-region-of-job
            gemini-3.5-flash, processing-residency,  none
            gemini-3.5-flash, customer-managed-keys, not-supported
            gemini-2.5-flash, storage-residency,     in-region-of-job
            gemini-2.0-flash, stored-data,           kept
            gemini-3.8-flash, training-on-data,      no
            """)
    void dataPolicy(String model, String topic, String value) {
        assertThat(offering("google/" + model).retention())
                .filteredOn(rule -> rule.topic() == constant(RetentionTopic.values(), topic))
                .singleElement()
                .extracting(RetentionRule::value)
                .isEqualTo(value);
    }

    @Test
    void keysOfTheCustomerAreRuledOutForTuningGemini3Alone() {
        assertThat(offering("google/gemini-2.5-flash").retention())
                .noneMatch(rule -> rule.topic() == RetentionTopic.CUSTOMER_MANAGED_KEYS);
    }

    @ParameterizedTest(name = "{0}: {1}, from {2} tokens, tuned {3}")
    @CsvSource(nullValues = "-", textBlock = """
            google/gemini-3.5-flash,         automatic+explicit, 2048,  true,  stated
            google/gemini-2.5-pro,           automatic+explicit, 2048,  true,  stated
            google/gemini-3.8-flash,         automatic+explicit, 2048,  -,     stated
            google/gemini-2.0-flash,         explicit,           2048,  false, stated
            google/gemini-1.5-pro,           explicit,           32769, -,     stated
            gemini-api/gemini-2.5-flash,     automatic+explicit, 1024,  -,     stated
            gemini-api/gemini-2.5-pro,       automatic+explicit, 4096,  -,     stated
            gemini-api/gemini-3.5-flash,     automatic+explicit, 1024,  -,     assumed
            gemini-api/gemini-3.1-pro,       automatic+explicit, 4096,  -,     assumed
            gemini-api/gemini-2.5-flash-lite, automatic+explicit, -,    -,     stated
            """)
    void promptCaching(String id, String mode, Long minimum, Boolean tuned, String status) {
        assertThat(offering(id).promptCaching()).satisfies(caching -> {
            assertThat(caching.mode()).isEqualTo(mode);
            assertThat(caching.minimumPrefixTokens()).isEqualTo(minimum);
            assertThat(caching.tunedModels()).isEqualTo(tuned);
            assertThat(caching.status()).hasToString(status);
        });
        assertThat(offering(id).textEncoding().exact()).isFalse();
    }
}

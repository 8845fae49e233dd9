package io.epochwise.catalog;

import io.epochwise.fault.Spelling;
import io.epochwise.policy.AvailabilityRules;
import io.epochwise.policy.Organization;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageTokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the catalog must say of Mistral; prices are USD per 1,000,000 tokens, per job, or per model and month. */
class MistralCatalogTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** {@code unknown}: the price exists, its amount is not known; {@code none}: there is no such price. */
    @ParameterizedTest(name = "{0} {1} on {2}: {3}")
    @CsvSource(textBlock = """
            pixtral-12b-2409,     input,        2025-12-30, 0.15
            pixtral-12b-2409,     output,       2025-12-30, 0.15
            pixtral-12b-2409,     output,       2025-12-31, none
            pixtral-large-2411,   input,        2026-05-30, 2.00
            pixtral-large-2411,   output,       2026-05-30, 6.00
            pixtral-large-2411,   batch-output, 2026-05-30, 3.00
            pixtral-large-2411,   output,       2026-05-31, none
            mistral-large-2512,   input,        2026-11-23, 0.50
            mistral-large-2512,   output,       2026-11-23, 1.50
            mistral-large-2512,   batch-input,  2026-11-23, 0.25
            mistral-large-2512,   batch-output, 2026-11-23, 0.75
            mistral-medium-3-5,   input,        2026-11-23, 1.50
            mistral-medium-3-5,   output,       2026-11-23, 7.50
            mistral-medium-3-5,   batch-output, 2026-11-23, 3.75
            mistral-medium-2508,  input,        2026-08-30, 0.40
            mistral-medium-2508,  output,       2026-08-30, 2.00
            mistral-medium-2508,  output,       2026-08-31, none
            mistral-small-2603,   input,        2026-11-23, 0.15
            mistral-small-2603,   output,       2026-11-23, 0.60
            mistral-small-2506,   input,        2026-07-30, 0.10
            mistral-small-2506,   output,       2026-07-30, 0.30
            mistral-small-2506,   batch-input,  2026-07-30, 0.05
            mistral-small-2506,   batch-output, 2026-07-31, none
            ministral-14b-2512,   input,        2026-11-23, 0.20
            ministral-14b-2512,   output,       2026-11-23, 0.20
            ministral-8b-2512,    input,        2026-11-23, 0.15
            ministral-8b-2512,    output,       2026-11-23, 0.15
            ministral-8b-2512,    training,     2026-11-23, none
            pixtral-12b-2409,     training,     2025-12-30, unknown
            mistral-small-latest, training,     2026-11-23, unknown
            open-mistral-7b,      training,     2026-11-23, unknown
            open-mistral-7b,      tuned-input,  2026-11-23, unknown
            open-mistral-7b,      tuned-output, 2026-11-23, unknown
            open-mistral-7b,      job-minimum,  2026-11-23, 4.00
            open-mistral-7b,      storage,      2026-11-23, 2.00
            pixtral-12b-2409,     job-minimum,  2025-12-30, 4.00
            """)
    void pricesByDate(String model, String meter, LocalDate asOf, String expected) {
        assertThat(offering(model)
                        .price(new PriceQuery(meter(meter), null, null, null, asOf))
                        .map(p -> p.amount() == null ? "unknown" : p.amount().toPlainString())
                        .orElse("none"))
                .isEqualTo(expected);
    }

    /** M-DOCS: a job below the minimum whose model is kept for n months costs 4 + 2n. */
    @ParameterizedTest(name = "{0} months: {1}")
    @CsvSource({"0, 4.00", "1, 6.00", "6, 16.00"})
    void aSmallJobAndItsModelKeptForMonths(int months, BigDecimal expected) {
        assertThat(fee(Meter.JOB_MINIMUM, Unit.JOB)
                        .add(fee(Meter.STORAGE, Unit.MONTH).multiply(BigDecimal.valueOf(months))))
                .isEqualByComparingTo(expected);
    }

    private static BigDecimal fee(Meter meter, Unit unit) {
        Price price = offering("mistral-small-latest")
                .price(new PriceQuery(meter, null, null, null, TODAY))
                .orElseThrow();
        assertThat(price.unit()).isEqualTo(unit);
        assertThat(price.per()).isEqualByComparingTo("1");
        return price.amount();
    }

    @Test
    void batchPricesAreOurArithmetic() {
        assertThat(CATALOG.offerings().stream()
                        .filter(offering -> offering.provider().equals("mistral"))
                        .flatMap(offering -> offering.prices().stream())
                        .filter(price -> price.meter() == Meter.BATCH_INPUT || price.meter() == Meter.BATCH_OUTPUT))
                .hasSize(18)
                .allSatisfy(price -> assertThat(price.grade()).isEqualTo(Grade.DERIVED));
    }

    @ParameterizedTest(name = "{0}, images {1}, on {2}: {3}")
    @CsvSource(textBlock = """
            pixtral-12b,          true,  2025-12-01, unknown
            pixtral-12b,          true,  2025-12-30, available
            pixtral-12b,          true,  2025-12-31, retired
            pixtral-large,        false, 2026-05-30, closed
            mistral-small-latest, false, 2026-02-27, unknown
            mistral-small-latest, false, 2026-08-20, available
            mistral-small-latest, false, 2026-08-21, unknown
            mistral-small-latest, false, 2026-11-23, unknown
            mistral-small-latest, true,  2026-08-20, unknown
            mistral-large-latest, false, 2026-11-23, unknown
            open-mistral-7b,      false, 2026-11-23, unknown
            codestral-latest,     false, 2026-11-23, unknown
            open-mistral-nemo,    true,  2026-11-23, closed
            devstral-small-latest, true, 2026-11-23, closed
            mistral-large-3,      false, 2026-11-23, closed
            mistral-medium-3.5,   false, 2026-11-23, closed
            """)
    void whetherJobsCanBeCreated(String model, boolean withImages, LocalDate asOf, String verdict) {
        assertThat(AvailabilityRules.training(offering(model), Method.SFT, withImages, Organization.UNKNOWN, asOf)
                        .verdict())
                .hasToString(verdict);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(textBlock = """
            pixtral-large,      2026-05-30, available
            pixtral-large,      2026-05-31, retired
            mistral-small-3.2,  2026-07-30, available
            mistral-small-3.2,  2026-07-31, retired
            mistral-medium-3.1, 2026-08-20, unknown
            mistral-medium-3.1, 2026-08-30, available
            mistral-medium-3.1, 2026-08-31, retired
            mistral-large-3,    2026-11-23, available
            mistral-small-4,    2026-11-23, available
            """)
    void whetherModelsCanBeCalled(String model, LocalDate asOf, String verdict) {
        assertThat(AvailabilityRules.baseInference(offering(model), Organization.UNKNOWN, asOf)
                        .verdict())
                .hasToString(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mistral-small-latest", "ministral-8b-latest", "ministral-3b-latest"})
    void whetherThisModelTakesImagesInTuningIsDisputed(String model) {
        assertThat(offering(model).fineTuning().visionUnknown()).isTrue();
        assertThat(offering(model).fineTuning().visionMethods()).isEmpty();
        assertThat(offering(model).fineTuning().source()).contains("M-DOCS", "M-2026-02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pixtral-12b",
                "mistral-small-latest",
                "ministral-8b-latest",
                "ministral-3b-latest",
                "mistral-large-latest",
                "open-mistral-nemo",
                "open-mistral-7b",
                "codestral-latest"
            })
    void jobsAreAsLongAsTheirSteps(String model) {
        assertThat(offering(model).fineTuning().methods()).containsExactly(Method.SFT);
        assertThat(offering(model).fineTuning().schedule()).isEqualTo(Schedule.STEPS);
    }

    /** Counts of the reference implementation; one break token a row is among them. */
    @ParameterizedTest(name = "{0}: {1} x {2} is {3} tokens")
    @CsvSource(textBlock = """
            pixtral-12b,       640,  480,  1230
            pixtral-12b,       4032, 3024, 3120
            pixtral-12b,       1024, 1024, 4160
            pixtral-large,     4032, 3024, 3120
            mistral-small-3.2, 640,  480,  432
            mistral-small-3.2, 4032, 3024, 2352
            mistral-large-3,   1540, 1540, 3080
            ministral-14b,     640,  480,  432
            """)
    void imageTokens(String model, int width, int height, int expected) {
        assertThat(offering(model).imageBilling(TODAY).orElseThrow().tokens(width, height, Detail.AUTO))
                .isEqualTo(new ImageTokens.Counted(TokenRange.exactly(expected)));
    }

    @Test
    void imagesOfModelsTheDocumentationDoesNotNameAreCountedLikeTheOthers() {
        for (String model : new String[] {"mistral-small-4", "mistral-medium-3.5", "mistral-small-latest"}) {
            assertThat(offering(model).imageRulesInForce(TODAY))
                    .singleElement()
                    .satisfies(rule -> assertThat(rule.reading()).isEqualTo(Reading.ASSUMED));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            pixtral-12b,          file-bytes,          512000000, '',     unstated
            open-mistral-7b,      file-bytes,          512000000, '',     unstated
            mistral-small-latest, validation-bytes,    1000000,   '',     unstated
            mistral-small-latest, validation-percent,  5,         '',     unstated
            pixtral-12b,          image-source,        '',        base64, unstated
            pixtral-12b,          image-bytes,         10000000,  '',     unstated
            mistral-large-3,      request-image-bytes, 10000000,  '',     unstated
            mistral-large-3,      request-image-side,  10000,     '',     request-rejected
            mistral-large-3,      images-per-request,  8,         '',     unstated
            """)
    void limits(String model, String name, String max, String values, String effect) {
        Limit limit = offering(model)
                .limit(Spelling.parse(LimitName.values(), name).orElseThrow(), null, TODAY)
                .orElseThrow();

        assertThat(limit.max() == null ? "" : limit.max().toPlainString()).isEqualTo(max);
        assertThat(limit.values().stream().collect(Collectors.joining(" "))).isEqualTo(values);
        assertThat(limit.effect()).hasToString(effect);
    }

    private static Offering offering(String model) {
        return CATALOG.require("mistral/" + model);
    }

    private static Meter meter(String name) {
        return Spelling.parse(Meter.values(), name).orElseThrow();
    }
}

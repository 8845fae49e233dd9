package io.epochwise.catalog;

import io.epochwise.fault.Spelling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The facts of Azure OpenAI as its meters, schedules and pages state them. */
class AzureCatalogTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();

    private static Offering offering(String model) {
        return CATALOG.require("azure/" + model);
    }

    private static List<Offering> all() {
        return CATALOG.offerings().stream()
                .filter(offering -> offering.provider().equals("azure"))
                .toList();
    }

    private static <E extends Enum<E>> E constant(E[] constants, String text) {
        return Spelling.parse(constants, text).orElseThrow();
    }

    @Test
    void holdsEveryModelWithTheFourTiersOnly() {
        assertThat(all())
                .extracting(Offering::id)
                .containsExactlyInAnyOrder(
                        "azure/gpt-3.5-turbo",
                        "azure/gpt-4.1-2025-04-14",
                        "azure/gpt-4.1-mini-2025-04-14",
                        "azure/gpt-4.1-nano-2025-04-14",
                        "azure/gpt-4o-2024-08-06",
                        "azure/gpt-4o-2024-11-20",
                        "azure/gpt-4o-mini-2024-07-18",
                        "azure/gpt-5",
                        "azure/gpt-oss-20b",
                        "azure/o4-mini-2025-04-16");
        assertThat(all()).allSatisfy(offering -> {
            assertThat(offering.defaultTier()).isEqualTo("global");
            assertThat(offering.tiers()).isSubsetOf("global", "data-zone", "regional", "developer");
        });
        assertThat(offering("gpt-4o")).isSameAs(offering("gpt-4o-2024-08-06"));
        assertThat(offering("gpt-4o").tiers())
                .containsExactlyInAnyOrder("global", "data-zone", "regional", "developer");
    }

    /** Amounts per 1,000,000 tokens or per hour; {@code none}: no row; {@code unknown}: a row without an amount. */
    @ParameterizedTest(name = "{0} {1} {2} {3} {4} on {5}: {6}")
    @CsvSource(nullValues = "-", textBlock = """
            # training
            gpt-4o-2024-08-06, training, global, -, -, 2026-11-23, 25.00
            gpt-4o-2024-08-06, training, -, -, -, 2026-11-23, 25.00
            gpt-4o-2024-08-06, training, regional, East US 2, -, 2025-09-09, 27.50
            gpt-4o-2024-08-06, training, regional, Southeast Asia, -, 2026-11-23, 33.00
            gpt-4o-2024-08-06, training, regional, southeastasia, -, 2026-11-23, 33.00
            gpt-4o-2024-08-06, training, data-zone, -, -, 2026-11-23, 27.50
            gpt-4o-2024-08-06, training, developer, -, -, 2026-11-23, 12.50
            gpt-4o-2024-08-06, training, global, -, -, 2024-11-30, none
            gpt-4o-2024-08-06, training, regional, -, -, 2024-09-01, 27.50
            gpt-4o-2024-08-06, training, data-zone, -, -, 2026-04-30, none
            gpt-4o-2024-08-06, training, developer, -, -, 2025-11-30, none
            gpt-4o-2024-08-06, training, developer, -, -, 2025-12-01, 12.50
            gpt-4o-2024-08-06, training, global, -, -, 2027-10-01, none
            gpt-4o-mini-2024-07-18, training, global, -, -, 2026-11-23, 3.00
            gpt-4o-mini-2024-07-18, training, regional, -, -, 2026-11-23, 3.30
            gpt-4o-mini-2024-07-18, training, regional, Southeast Asia, -, 2026-11-23, 3.96
            gpt-4o-mini-2024-07-18, training, data-zone, -, -, 2026-11-23, 3.30
            gpt-4o-mini-2024-07-18, training, developer, -, -, 2026-11-23, 1.50
            gpt-4.1-2025-04-14, training, global, -, -, 2026-11-23, 25.00
            gpt-4.1-2025-04-14, training, regional, East US, -, 2026-11-23, 27.50
            gpt-4.1-2025-04-14, training, regional, Sweden Central, -, 2026-11-23, 30.25
            gpt-4.1-2025-04-14, training, regional, North Europe, -, 2026-11-23, 33.00
            gpt-4.1-2025-04-14, training, data-zone, North Europe, -, 2026-11-23, 27.50
            gpt-4.1-2025-04-14, training, developer, -, -, 2026-11-23, 12.50
            gpt-4.1-mini-2025-04-14, training, global, -, -, 2026-11-23, 5.00
            gpt-4.1-mini-2025-04-14, training, regional, -, -, 2026-11-23, 5.50
            gpt-4.1-mini-2025-04-14, training, regional, Sweden Central, -, 2026-11-23, 6.05
            gpt-4.1-mini-2025-04-14, training, regional, North Europe, -, 2026-11-23, 6.60
            gpt-4.1-mini-2025-04-14, training, data-zone, -, -, 2026-11-23, 5.50
            gpt-4.1-mini-2025-04-14, training, developer, -, -, 2026-11-23, 2.50
            gpt-4.1-nano-2025-04-14, training, global, -, -, 2026-11-23, 1.50
            gpt-4.1-nano-2025-04-14, training, regional, -, -, 2026-11-23, 1.65
            gpt-4.1-nano-2025-04-14, training, regional, Sweden Central, -, 2026-11-23, 1.815
            gpt-4.1-nano-2025-04-14, training, regional, North Europe, -, 2026-11-23, 1.98
            gpt-4.1-nano-2025-04-14, training, data-zone, -, -, 2026-11-23, 1.65
            gpt-4.1-nano-2025-04-14, training, developer, -, -, 2026-11-23, 0.75
            o4-mini-2025-04-16, training-hour, global, -, -, 2026-11-23, 100.00
            o4-mini-2025-04-16, training-hour, regional, -, -, 2026-11-23, 110.00
            o4-mini-2025-04-16, training-hour, regional, Sweden Central, -, 2026-11-23, 121.00
            o4-mini-2025-04-16, training-hour, data-zone, -, -, 2026-11-23, 110.00
            o4-mini-2025-04-16, training-hour, developer, -, -, 2026-11-23, 50.00
            o4-mini-2025-04-16, training, global, -, -, 2026-11-23, none
            gpt-3.5-turbo, training, global, -, -, 2026-11-23, none
            gpt-3.5-turbo, training, regional, -, -, 2026-11-23, 8.80
            gpt-3.5-turbo, training, regional, Sweden Central, -, 2026-11-23, 9.68
            gpt-3.5-turbo, training, developer, -, -, 2026-11-23, none
            gpt-oss-20b, training, global, -, -, 2026-11-23, 3.60
            gpt-oss-20b, training, data-zone, -, -, 2026-11-23, 4.00
            gpt-oss-20b, training, regional, -, -, 2026-11-23, none
            gpt-oss-20b, training, developer, -, -, 2026-11-23, none
            gpt-4o-2024-11-20, training, global, -, -, 2026-11-23, none
            gpt-5, training, global, -, -, 2026-11-23, unknown
            gpt-5, training, developer, -, -, 2026-11-23, unknown
            # hosting
            gpt-4o-2024-08-06, hosting, global, -, -, 2026-11-23, 1.70
            gpt-4o-2024-08-06, hosting, regional, East US 2, -, 2026-11-23, 1.70
            gpt-4o-2024-08-06, hosting, regional, Southeast Asia, -, 2026-11-23, 2.04
            gpt-4o-2024-08-06, hosting, data-zone, -, -, 2026-11-23, 1.70
            gpt-4o-2024-08-06, hosting, developer, -, -, 2026-11-23, 0
            gpt-4o-mini-2024-07-18, hosting, regional, Southeast Asia, -, 2026-11-23, 2.04
            gpt-4.1-2025-04-14, hosting, regional, North Europe, -, 2026-11-23, 1.70
            o4-mini-2025-04-16, hosting, global, -, -, 2026-11-23, 1.70
            gpt-3.5-turbo, hosting, global, -, -, 2026-11-23, 1.70
            gpt-3.5-turbo, hosting, regional, -, -, 2026-11-23, 1.87
            gpt-3.5-turbo, hosting, regional, Sweden Central, -, 2026-11-23, 2.057
            gpt-oss-20b, hosting, global, -, -, 2026-11-23, 0.30
            gpt-oss-20b, hosting, data-zone, -, -, 2026-11-23, 0.33
            gpt-oss-20b, hosting, developer, -, -, 2026-11-23, none
            # inference of the tuned model
            gpt-4o-2024-08-06, tuned-input, global, -, -, 2026-11-23, 2.50
            gpt-4o-2024-08-06, tuned-cached-input, global, -, -, 2026-11-23, 1.25
            gpt-4o-2024-08-06, tuned-output, global, -, -, 2026-11-23, 10.00
            gpt-4o-2024-08-06, tuned-cached-input, regional, -, -, 2026-11-23, 1.375
            gpt-4o-2024-08-06, tuned-cached-input, regional, Sweden Central, -, 2026-11-23, 1.513
            gpt-4o-2024-08-06, tuned-output, regional, Southeast Asia, -, 2026-11-23, 13.20
            gpt-4o-2024-08-06, tuned-output, data-zone, -, -, 2026-11-23, 11.00
            gpt-4o-2024-08-06, tuned-cached-input, developer, -, -, 2026-11-23, 1.25
            gpt-4o-2024-08-06, tuned-output, global, -, -, 2027-09-30, 10.00
            gpt-4o-2024-08-06, tuned-output, global, -, -, 2027-10-01, none
            gpt-4o-mini-2024-07-18, tuned-cached-input, regional, Sweden Central, -, 2026-11-23, 0.091
            gpt-4o-mini-2024-07-18, tuned-output, regional, Southeast Asia, -, 2026-11-23, 0.792
            gpt-4o-mini-2024-07-18, tuned-output, developer, -, -, 2026-11-23, 0.60
            gpt-4.1-2025-04-14, tuned-cached-input, regional, Sweden Central, -, 2026-11-23, 0.605
            gpt-4.1-2025-04-14, tuned-output, regional, North Europe, -, 2026-11-23, 10.56
            gpt-4.1-mini-2025-04-14, tuned-output, regional, Sweden Central, -, 2026-11-23, 1.936
            gpt-4.1-mini-2025-04-14, tuned-cached-input, regional, North Europe, -, 2026-11-23, 0.132
            gpt-4.1-nano-2025-04-14, tuned-cached-input, global, -, -, 2026-11-23, 0.025
            gpt-4.1-nano-2025-04-14, tuned-cached-input, data-zone, -, -, 2026-11-23, 0.028
            gpt-4.1-nano-2025-04-14, tuned-output, regional, North Europe, -, 2026-11-23, 0.528
            o4-mini-2025-04-16, tuned-input, global, -, -, 2026-11-23, 1.10
            o4-mini-2025-04-16, tuned-output, regional, -, -, 2026-11-23, 4.84
            gpt-oss-20b, tuned-input, global, -, -, 2026-11-23, 0.07
            gpt-oss-20b, tuned-cached-input, global, -, -, 2026-11-23, none
            gpt-oss-20b, tuned-output, global, -, -, 2026-11-23, 0.30
            gpt-4o-2024-08-06, tuned-batch-input, global, -, -, 2026-11-23, unknown
            # graders
            o4-mini-2025-04-16, grader-input, global, -, gpt-4o, 2026-11-23, 2.75
            o4-mini-2025-04-16, grader-cached-input, regional, -, gpt-4o, 2026-11-23, 1.375
            o4-mini-2025-04-16, grader-output, global, -, gpt-4o-mini, 2026-11-23, 0.66
            o4-mini-2025-04-16, grader-output, data-zone, -, gpt-4.1, 2026-11-23, 8.80
            o4-mini-2025-04-16, grader-cached-input, global, -, gpt-4.1-nano, 2026-11-23, 0.028
            o4-mini-2025-04-16, grader-cached-input, developer, -, o4-mini, 2026-11-23, 0.303
            o4-mini-2025-04-16, grader-input, global, -, o3-mini, 2026-11-23, 1.21
            o4-mini-2025-04-16, grader-input, global, -, -, 2026-11-23, none
            # inference of the base model
            gpt-4o-2024-08-06, input, global, -, -, 2026-11-23, 2.50
            gpt-4o-2024-08-06, cached-input, regional, East US 2, -, 2026-11-23, 1.375
            gpt-4o-2024-08-06, output, data-zone, -, -, 2026-11-23, 11.00
            gpt-4o-2024-08-06, batch-input, global, -, -, 2026-11-23, 1.25
            gpt-4o-2024-08-06, batch-output, data-zone, -, -, 2026-11-23, 5.50
            gpt-4o-2024-08-06, input, global, -, -, 2027-04-13, 2.50
            gpt-4o-2024-08-06, input, global, -, -, 2027-04-14, none
            gpt-4o-mini-2024-07-18, cached-input, data-zone, -, -, 2026-11-23, 0.083
            gpt-4.1-2025-04-14, output, regional, East US 2, -, 2026-11-23, 8.80
            gpt-4.1-2025-04-14, batch-input, data-zone, -, -, 2026-11-23, 1.10
            gpt-4.1-mini-2025-04-14, batch-output, global, -, -, 2026-11-23, 0.80
            gpt-4.1-nano-2025-04-14, output, global, -, -, 2026-10-13, 0.40
            gpt-4.1-nano-2025-04-14, output, global, -, -, 2026-10-14, none
            o4-mini-2025-04-16, input, global, -, -, 2026-10-16, none
            gpt-4o-2024-11-20, output, global, -, -, 2026-11-23, 10.00
            """)
    void prices(String model, String meter, String tier, String region, String variant, LocalDate asOf, String amount) {
        Optional<Price> price =
                offering(model).price(new PriceQuery(constant(Meter.values(), meter), tier, region, variant, asOf));

        switch (amount) {
            case "none" -> assertThat(price).isEmpty();
            case "unknown" ->
                assertThat(price).hasValueSatisfying(row -> {
                    assertThat(row.amount()).isNull();
                    assertThat(row.status()).isEqualTo(FactStatus.NOT_FOUND);
                    assertThat(row.note()).isNotBlank();
                });
            default ->
                assertThat(price).hasValueSatisfying(row -> {
                    assertThat(row.amount()).isEqualByComparingTo(amount);
                    assertThat(row.per())
                            .isEqualByComparingTo(
                                    row.unit() == Unit.TOKEN ? new BigDecimal(1_000_000) : BigDecimal.ONE);
                });
        }
    }

    @ParameterizedTest
    @CsvSource({"unit-hour, 2.00", "unit-month, 286", "unit-year, 2916"})
    void provisionedThroughputIsSoldByHourMonthAndYear(String unit, BigDecimal amount) {
        for (String model : List.of("gpt-4o", "gpt-4o-mini")) {
            assertThat(offering(model).pricesInForce(LocalDate.parse("2026-11-23")))
                    .filteredOn(price -> price.meter() == Meter.PROVISIONED_THROUGHPUT
                            && price.unit().toString().equals(unit)
                            && price.regions().isEmpty())
                    .singleElement()
                    .satisfies(price -> {
                        assertThat(price.amount()).isEqualByComparingTo(amount);
                        assertThat(price.tiers()).containsExactly("regional");
                        assertThat(price.grade()).isEqualTo(Grade.SECONDARY);
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o", "gpt-4o-mini", "gpt-4.1", "gpt-4.1-mini", "gpt-4.1-nano"})
    void developerTrainingCostsHalfOfGlobal(String model) {
        BigDecimal global = training(model, "global");

        assertThat(training(model, "developer").multiply(BigDecimal.valueOf(2))).isEqualByComparingTo(global);
        assertThat(training(model, "regional")).isEqualByComparingTo(global.multiply(new BigDecimal("1.1")));
    }

    private static BigDecimal training(String model, String tier) {
        return offering(model)
                .price(new PriceQuery(Meter.TRAINING, tier, null, null, LocalDate.parse("2026-11-23")))
                .orElseThrow()
                .amount();
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(textBlock = """
            gpt-4o-2024-08-06,       training-ends,       everyone,           2027-04-01, true,  stated
            gpt-4o-2024-08-06,       base-model-shutdown, everyone,           2027-04-14, false, stated
            gpt-4o-2024-08-06,       shutdown,            everyone,           2027-10-01, false, stated
            gpt-4o-mini-2024-07-18,  training-ends,       everyone,           2027-04-01, true,  stated
            gpt-4o-mini-2024-07-18,  base-model-shutdown, everyone,           2027-04-14, false, stated
            gpt-4o-mini-2024-07-18,  shutdown,            everyone,           2027-10-01, false, stated
            gpt-4.1-2025-04-14,      training-ends,       existing-customers, 2027-04-14, true,  stated
            gpt-4.1-2025-04-14,      training-ends,       new-customers,      2027-04-14, false, stated
            gpt-4.1-2025-04-14,      base-model-shutdown, everyone,           2027-04-14, false, stated
            gpt-4.1-2025-04-14,      shutdown,            everyone,           2027-10-14, false, stated
            gpt-4.1-mini-2025-04-14, training-ends,       existing-customers, 2027-04-14, true,  stated
            gpt-4.1-mini-2025-04-14, shutdown,            everyone,           2027-10-14, false, stated
            gpt-4.1-nano-2025-04-14, training-ends,       existing-customers, 2027-04-14, true,  stated
            gpt-4.1-nano-2025-04-14, training-ends,       new-customers,      2026-10-14, false, conflict
            gpt-4.1-nano-2025-04-14, base-model-shutdown, everyone,           2026-10-14, false, conflict
            gpt-4.1-nano-2025-04-14, shutdown,            everyone,           2027-10-14, false, stated
            o4-mini-2025-04-16,      training-ends,       existing-customers, 2027-04-16, true,  stated
            o4-mini-2025-04-16,      training-ends,       new-customers,      2026-10-16, false, stated
            o4-mini-2025-04-16,      base-model-shutdown, everyone,           2026-10-16, false, stated
            o4-mini-2025-04-16,      shutdown,            everyone,           2027-10-16, false, stated
            gpt-4o-2024-11-20,       shutdown,            everyone,           2027-04-14, false, stated
            """)
    void lifeCycle(String model, String event, String audience, LocalDate on, boolean noEarlierThan, String status) {
        assertThat(offering(model).lifeCycle())
                .filteredOn(row -> row.event() == constant(LifeCycleEventType.values(), event)
                        && row.appliesTo() == constant(Audience.values(), audience))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.on()).isEqualTo(on);
                    assertThat(row.noEarlierThan()).isEqualTo(noEarlierThan);
                    assertThat(row.status()).hasToString(status);
                });
    }

    @ParameterizedTest(name = "{0}: {1}, with images {2}")
    @CsvSource(nullValues = "-", textBlock = """
            gpt-4o-2024-08-06,       sft dpo, sft
            gpt-4.1-2025-04-14,      sft dpo, sft
            gpt-4o-mini-2024-07-18,  sft,     -
            gpt-4.1-mini-2025-04-14, sft dpo, -
            gpt-4.1-nano-2025-04-14, sft dpo, -
            o4-mini-2025-04-16,      rft,     -
            gpt-3.5-turbo,           sft,     -
            gpt-oss-20b,             sft,     -
            gpt-5,                   sft rft, -
            gpt-4o-2024-11-20,       -,       -
            """)
    void tuning(String model, String methods, String visionMethods) {
        FineTuning fineTuning = offering(model).fineTuning();

        assertThat(String.join(
                        " ", fineTuning.methods().stream().map(Method::toString).toList()))
                .isEqualTo(methods == null ? "" : methods);
        assertThat(String.join(
                        " ",
                        fineTuning.visionMethods().stream()
                                .map(Method::toString)
                                .toList()))
                .isEqualTo(visionMethods == null ? "" : visionMethods);
        if (methods != null) {
            assertThat(fineTuning.billingUnit()).isEqualTo(1000);
            assertThat(fineTuning.validation()).isEqualTo(ValidationBilling.FREE);
        }
        assertThat(offering(model).kind()).isEqualTo(methods == null ? OfferingKind.PROMPT_ONLY : OfferingKind.HOSTED);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(nullValues = "-", textBlock = """
            gpt-4o-2024-08-06,      images-per-example,   global,    -,  64,         image-skipped
            gpt-4.1-2025-04-14,     images-per-example,   global,    -,  64,         image-skipped
            gpt-4o-2024-08-06,      examples,             global,    10, -,          unstated
            gpt-4o-2024-08-06,      examples-with-images, global,    -,  50000,      unstated
            gpt-4o-2024-08-06,      image-bytes,          global,    -,  10000000,   image-skipped
            gpt-4o-2024-08-06,      file-bytes,           global,    -,  512000000,  unstated
            gpt-4o-2024-08-06,      job-tokens,           global,    -,  2000000000, unstated
            gpt-4o-2024-08-06,      epochs,               global,    1,  50,         unstated
            gpt-4o-2024-08-06,      idle-deployment-days, global,    -,  15,         deployment-deleted
            gpt-4o-2024-08-06,      deployment-hours,     developer, -,  24,         deployment-deleted
            gpt-4o-2024-08-06,      provisioned-units,    regional,  50, -,          unstated
            gpt-4o-mini-2024-07-18, provisioned-units,    regional,  25, -,          unstated
            o4-mini-2025-04-16,     job-cost,             global,    -,  5000,       job-paused
            """)
    void limits(String model, String name, String tier, BigDecimal min, BigDecimal max, String effect) {
        assertThat(offering(model).limit(constant(LimitName.values(), name), tier, LocalDate.parse("2026-11-23")))
                .hasValueSatisfying(limit -> {
                    assertThat(limit.min()).isEqualTo(min);
                    assertThat(limit.max()).isEqualTo(max);
                    assertThat(limit.effect()).hasToString(effect);
                });
    }

    @Test
    void limitsOfATierHoldForNoOther() {
        LocalDate day = LocalDate.parse("2026-11-23");

        assertThat(offering("gpt-4o").limit(LimitName.DEPLOYMENT_HOURS, "global", day))
                .isEmpty();
        assertThat(offering("gpt-4o").limit(LimitName.PROVISIONED_UNITS, "global", day))
                .isEmpty();
    }

    @Test
    void imagesOfTheWrongKindAreSkipped() {
        LocalDate day = LocalDate.parse("2026-11-23");
        Offering offering = offering("gpt-4o");

        assertThat(offering.limit(LimitName.IMAGE_COLOR_MODE, null, day)).hasValueSatisfying(limit -> {
            assertThat(limit.values()).containsExactly("rgb", "rgba");
            assertThat(limit.effect()).isEqualTo(Effect.IMAGE_SKIPPED);
        });
        assertThat(offering.limit(LimitName.IMAGE_FORMAT, null, day)).hasValueSatisfying(limit -> {
            assertThat(limit.values()).containsExactly("jpeg", "png", "webp");
            assertThat(limit.effect()).isEqualTo(Effect.IMAGE_SKIPPED);
        });
        assertThat(offering.limit(LimitName.IMAGE_ROLE, null, day).orElseThrow().values())
                .doesNotContain("assistant");
    }

    @ParameterizedTest(name = "{0} on {1}: {2} {3}")
    @CsvSource(textBlock = """
            gpt-4o-2024-08-06,       2026-11-23, openai-tile-512, documented, base,       85
            gpt-4o-2024-08-06,       2025-01-01, openai-tile-512, documented, perTile,    170
            gpt-4o-2024-11-20,       2026-11-23, openai-tile-512, documented, base,       85
            gpt-4.1-2025-04-14,      2026-11-23, openai-tile-512, documented, base,       85
            gpt-4o-mini-2024-07-18,  2026-11-23, openai-tile-512, documented, base,       2833
            gpt-4o-mini-2024-07-18,  2026-11-23, openai-tile-512, documented, perTile,    5667
            gpt-5,                   2026-11-23, openai-tile-512, documented, perTile,    140
            gpt-4.1-mini-2025-04-14, 2026-11-23, openai-patch-32, documented, multiplier, 1.62
            gpt-4.1-nano-2025-04-14, 2026-11-23, openai-patch-32, documented, multiplier, 2.46
            o4-mini-2025-04-16,      2026-11-23, openai-patch-32, documented, multiplier, 1.72
            """)
    void imageRules(String model, LocalDate asOf, String rule, String reading, String parameter, BigDecimal value) {
        assertThat(offering(model).imageRulesInForce(asOf)).first().satisfies(fact -> {
            assertThat(fact.rule()).isEqualTo(rule);
            assertThat(fact.reading()).hasToString(reading);
            assertThat((BigDecimal) fact.parameters().get(parameter)).isEqualByComparingTo(value);
        });
    }

    @ParameterizedTest
    @CsvSource({"2025-05-01, 1536", "2026-07-15, 1536 6144", "2026-11-23, 6144 1536"})
    void budgetOfTheSmallModelChangedAndStaysInDoubt(LocalDate asOf, String budgets) {
        assertThat(offering("gpt-4.1-mini").imageRulesInForce(asOf).stream()
                        .map(fact -> ((Map<?, ?>) fact.parameters().get("high")).get("budget"))
                        .map(Object::toString))
                .containsExactly(budgets.split(" "));
    }

    @Test
    void textModelsTakeNoImages() {
        assertThat(offering("gpt-3.5-turbo").takesImages()).isFalse();
        assertThat(offering("gpt-oss-20b").takesImages()).isFalse();
    }

    @Test
    void anExampleCarriesTwoTokensMoreThanItsMessages() {
        MessageTokens tokens = offering("gpt-4o").messageTokens();

        assertThat(tokens.overhead().perMessage()).isEqualTo(4);
        assertThat(tokens.overhead().perRequest()).isEqualTo(3);
        assertThat(tokens.overhead().perExample().low()).isZero();
        assertThat(tokens.overhead().perExample().expected()).isEqualTo(2);
        assertThat(tokens.overhead().perExample().high()).isEqualTo(3);
        assertThat(tokens.source()).startsWith("MS-BREED");
    }

    @Test
    void onlyRegionalDeploymentsGuaranteeWhereDataAreProcessed() {
        List<RetentionRule> rules = offering("gpt-4o").retention().stream()
                .filter(rule -> rule.topic() == RetentionTopic.PROCESSING_RESIDENCY)
                .toList();

        assertThat(rules)
                .extracting(RetentionRule::value, RetentionRule::tiers)
                .containsExactlyInAnyOrder(
                        tuple("guaranteed", List.of("regional")), tuple("none", List.of("global", "developer")));
    }

    @ParameterizedTest
    @CsvSource({
        "training-on-data, no",
        "stored-data, until-deleted",
        "zero-data-retention, on-application",
        "customer-managed-keys, supported",
        "storage-residency, geography-of-resource",
        "image-scan, face-detection-screening",
        "people-in-images, images-skipped"
    })
    void dataPolicy(String topic, String value) {
        assertThat(offering("gpt-4o").retention())
                .filteredOn(rule -> rule.topic() == constant(RetentionTopic.values(), topic))
                .singleElement()
                .extracting(RetentionRule::value)
                .isEqualTo(value);
    }

    @Test
    void cachesPrefixesOfTunedModelsToo() {
        PromptCaching caching = offering("gpt-4.1").promptCaching();

        assertThat(caching.minimumPrefixTokens()).isEqualTo(1024);
        assertThat(caching.incrementTokens()).isEqualTo(128);
        assertThat(caching.tunedModels()).isTrue();
        assertThat(caching.images()).isTrue();
    }
}

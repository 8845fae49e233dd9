package io.epochwise.catalog;

import io.epochwise.policy.Alternatives;
import io.epochwise.policy.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the catalog must say of OpenAI; prices are USD per 1,000,000 tokens, or per hour. */
class OpenAiCatalogTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** {@code unknown}: the price exists, its amount is not known; {@code none}: there is no such price. */
    @ParameterizedTest(name = "{0} {1} {2} {3} on {4}: {5}")
    @CsvSource(textBlock = """
            # training
            gpt-4o-2024-08-06,      training,           standard, '',           2024-08-19, none
            gpt-4o-2024-08-06,      training,           standard, '',           2024-08-20, 25.00
            gpt-4o,                 training,           standard, '',           2026-11-23, 25.00
            gpt-4o-2024-08-06,      training,           standard, '',           2027-01-13, 25.00
            gpt-4o-2024-08-06,      training,           standard, '',           2027-01-14, none
            gpt-4o-mini-2024-07-18, training,           standard, '',           2026-11-23, 3.00
            gpt-4.1-2025-04-14,     training,           standard, '',           2026-11-23, 25.00
            gpt-4.1-mini,           training,           standard, '',           2026-11-23, 5.00
            gpt-4.1-nano,           training,           standard, '',           2026-10-22, 1.50
            gpt-4.1-nano,           training,           standard, '',           2026-10-23, none
            o4-mini,                training,           standard, '',           2026-10-22, none
            o4-mini,                training-hour,      standard, '',           2026-10-22, 100.00
            o4-mini,                training-hour,      standard, data-sharing, 2026-10-22, 100.00
            o4-mini,                training-hour,      standard, '',           2026-10-23, none
            gpt-3.5-turbo,          training,           standard, '',           2026-10-22, 8.00
            davinci-002,            training,           standard, '',           2024-10-27, 6.00
            davinci-002,            training,           standard, '',           2024-10-28, none
            babbage-002,            training,           standard, '',           2024-10-27, 0.40
            gpt-4-0613,             training,           standard, '',           2026-10-22, unknown
            gpt-4o-2024-11-20,      training,           standard, '',           2026-11-23, none
            # tuned inference
            gpt-4o,                 tuned-input,        standard, '',           2026-11-23, 3.75
            gpt-4o,                 tuned-cached-input, standard, '',           2026-11-23, 1.875
            gpt-4o,                 tuned-output,       standard, '',           2026-11-23, 15.00
            gpt-4o,                 tuned-batch-input,  standard, '',           2026-11-23, 1.875
            gpt-4o,                 tuned-batch-output, standard, '',           2026-11-23, 7.50
            gpt-4o-mini,            tuned-input,        standard, '',           2026-11-23, 0.30
            gpt-4o-mini,            tuned-cached-input, standard, '',           2026-11-23, 0.15
            gpt-4o-mini,            tuned-output,       standard, '',           2026-11-23, 1.20
            gpt-4.1,                tuned-input,        standard, '',           2026-11-23, 3.00
            gpt-4.1,                tuned-cached-input, standard, '',           2026-11-23, 0.75
            gpt-4.1,                tuned-batch-output, standard, '',           2026-11-23, 6.00
            gpt-4.1-mini,           tuned-output,       standard, '',           2026-11-23, 3.20
            gpt-4.1-nano,           tuned-cached-input, standard, '',           2026-10-22, 0.05
            o4-mini,                tuned-input,        standard, '',           2026-10-22, 4.00
            o4-mini,                tuned-output,       standard, data-sharing, 2026-10-22, 8.00
            o4-mini,                tuned-batch-input,  standard, data-sharing, 2026-10-22, unknown
            gpt-3.5-turbo,          tuned-cached-input, standard, '',           2026-10-22, none
            davinci-002,            tuned-output,       standard, '',           2026-10-22, 12.00
            babbage-002,            tuned-input,        standard, '',           2026-10-22, 1.60
            davinci-002,            tuned-batch-input,  standard, '',           2026-10-22, unknown
            gpt-4-0613,             tuned-output,       standard, '',           2026-10-22, 60.00
            gpt-4o-2024-11-20,      tuned-input,        standard, '',           2026-11-23, none
            # base models
            gpt-4o,                 input,              standard, '',           2026-11-23, 2.50
            gpt-4o-2024-11-20,      output,             standard, '',           2026-11-23, 10.00
            gpt-4o,                 cached-input,       priority, '',           2026-11-23, 2.125
            gpt-4o,                 batch-cached-input, standard, '',           2026-11-23, none
            gpt-4o,                 input,              flex,     '',           2026-11-23, none
            gpt-4o-mini,            output,             priority, '',           2026-11-23, 1.00
            gpt-4.1,                cached-input,       standard, '',           2026-11-23, 0.50
            gpt-4.1-mini,           cached-input,       priority, '',           2026-11-23, 0.175
            gpt-4.1-nano,           batch-input,        standard, '',           2026-10-22, 0.05
            gpt-4.1-nano,           input,              standard, '',           2026-10-23, none
            o4-mini,                cached-input,       flex,     '',           2026-10-22, 0.138
            o3,                     output,             priority, '',           2026-12-10, 14.00
            o3,                     cached-input,       flex,     '',           2026-12-10, 0.25
            o3,                     input,              standard, '',           2026-12-11, none
            gpt-5,                  batch-cached-input, standard, '',           2026-12-10, 0.0625
            gpt-5,                  input,              flex,     '',           2026-12-10, 0.625
            gpt-5,                  input,              standard, '',           2026-12-11, none
            gpt-5.1,                output,             standard, '',           2027-03-31, 10.00
            gpt-5.1,                output,             standard, '',           2027-04-01, none
            gpt-5-mini,             cached-input,       priority, '',           2026-11-23, 0.045
            gpt-5-nano,             batch-cached-input, standard, '',           2026-11-23, 0.0025
            gpt-5-nano,             input,              priority, '',           2026-11-23, none
            gpt-5.2,                output,             priority, '',           2026-11-23, 28.00
            gpt-5.4,                batch-cached-input, standard, '',           2026-11-23, 0.13
            gpt-5.4-mini,           output,             standard, '',           2026-11-23, 4.50
            gpt-5.4-nano,           batch-output,       standard, '',           2026-11-23, 0.625
            gpt-5.5,                input,              priority, '',           2026-11-23, 12.50
            # prices that changed
            gpt-5.6-sol,            input,              standard, '',           2026-08-20, 5.00
            gpt-5.6-sol,            input,              standard, '',           2026-08-21, 4.00
            gpt-5.6-sol,            cached-input,       standard, '',           2026-08-21, 0.40
            gpt-5.6-sol,            cache-write,        standard, '',           2026-08-21, 5.00
            gpt-5.6-sol,            output,             standard, '',           2026-11-21, 20.00
            gpt-5.6-sol,            output,             standard, '',           2026-11-22, unknown
            gpt-5.6-sol,            batch-cache-write,  standard, '',           2026-07-15, 3.125
            gpt-5.6-sol,            output,             priority, '',           2026-07-15, 60.00
            gpt-5.6-sol,            output,             priority, '',           2026-08-21, unknown
            gpt-5.6-terra,          cache-write,        standard, '',           2026-07-29, 3.125
            gpt-5.6-terra,          input,              standard, '',           2026-07-30, 2.00
            gpt-5.6-terra,          cache-write,        standard, '',           2026-07-30, 2.50
            gpt-5.6-terra,          batch-output,       standard, '',           2026-07-30, 6.00
            gpt-5.6-luna,           output,             standard, '',           2026-07-29, 6.00
            gpt-5.6-luna,           output,             standard, '',           2026-07-30, 1.20
            gpt-5.6-luna,           cached-input,       standard, '',           2026-11-23, 0.02
            gpt-5.6-luna,           cache-write,        standard, '',           2026-11-23, 0.25
            # the sixth generation
            gpt-6-astra,            input,              standard, '',           2026-09-02, none
            gpt-6-astra,            output,             standard, '',           2026-09-03, 50.00
            gpt-6-astra,            cache-write,        standard, '',           2026-09-03, unknown
            gpt-6-sol,              cache-write,        standard, '',           2026-11-23, 2.50
            gpt-6-luna,             input,              standard, '',           2026-09-21, none
            gpt-6-luna,             input,              standard, '',           2026-09-22, 0.10
            gpt-6-luna,             cached-input,       standard, '',           2026-11-23, 0.01
            gpt-6-luna,             cache-write,        standard, '',           2026-11-23, 0.125
            gpt-6-luna,             output,             standard, '',           2026-11-23, 0.50
            gpt-6-luna,             batch-output,       standard, '',           2026-11-23, 0.25
            gpt-6-luna,             output,             fast,     '',           2026-11-23, 1.00
            gpt-6-luna,             output,             regional, '',           2026-11-23, 0.55
            gpt-6.1-sol,            cached-input,       standard, '',           2026-11-23, 0.10
            gpt-6.1-terra,          output,             standard, '',           2026-10-25, none
            gpt-6.1-terra,          output,             standard, '',           2026-10-26, 5.00
            gpt-6.2-sol,            cache-write,        standard, '',           2026-11-23, 2.50
            gpt-6.2-sol,            cache-write,        standard, twelve-hours, 2026-11-23, 5.00
            gpt-6.2-sol,            input,              ultrafast, '',          2027-02-28, 6.00
            gpt-6.2-sol,            input,              ultrafast, '',          2027-03-01, 12.00
            """)
    void pricesByDate(String model, String meter, String tier, String variant, LocalDate asOf, String expected) {
        Optional<Price> price = offering(model)
                .price(new PriceQuery(meter(meter), tier, null, variant.isEmpty() ? null : variant, asOf));

        String amount = price.map(
                        p -> p.amount() == null ? "unknown" : p.amount().toPlainString())
                .orElse("none");
        assertThat(amount).isEqualTo(expected);
        price.filter(p -> p.meter() != Meter.TRAINING_HOUR)
                .ifPresent(p -> assertThat(p.per()).isEqualByComparingTo("1000000"));
        price.filter(p -> p.meter() == Meter.TRAINING_HOUR)
                .ifPresent(p -> assertThat(p.per()).isEqualByComparingTo("1"));
    }

    @ParameterizedTest(name = "{0} {1} of {2} input tokens and more on {3}: {4}")
    @CsvSource(textBlock = """
            gpt-5.4,       input,        272000, 2026-11-23, 5.00
            gpt-5.4,       cached-input, 272000, 2026-11-23, 0.50
            gpt-5.4,       output,       272000, 2026-11-23, 22.50
            gpt-5.5,       output,       272000, 2026-11-23, 45.00
            gpt-5.6-luna,  input,        272001, 2026-11-23, 0.40
            gpt-5.6-luna,  output,       272001, 2026-11-23, 1.80
            gpt-6-luna,    input,        272001, 2026-11-23, 0.20
            gpt-6-luna,    cached-input, 272001, 2026-11-23, 0.02
            gpt-6-luna,    cache-write,  272001, 2026-11-23, 0.25
            gpt-6-luna,    output,       272001, 2026-11-23, 0.75
            gpt-6.1-terra, input,        272001, 2026-11-23, 2.00
            gpt-6.1-terra, output,       272001, 2026-11-23, 7.50
            gpt-6.2-sol,   output,       272001, 2026-11-23, 15.00
            """)
    void pricesOfLongRequests(String model, String meter, long fromInputTokens, LocalDate asOf, BigDecimal expected) {
        assertThat(offering(model).prices())
                .filteredOn(price -> price.meter() == meter(meter)
                        && price.inForce(asOf)
                        && price.variant() == null
                        && price.fromInputTokens() != null)
                .singleElement()
                .satisfies(price -> {
                    assertThat(price.fromInputTokens()).isEqualTo(fromInputTokens);
                    assertThat(price.amount()).isEqualByComparingTo(expected);
                });
    }

    @ParameterizedTest(name = "{0} {1} on {2}: {3}, {4}")
    @CsvSource(textBlock = """
            gpt-4o,       training,          2026-11-23, official-copy, stated
            gpt-4o,       tuned-batch-input, 2026-11-23, secondary,     stated
            gpt-4-0613,   tuned-input,       2026-10-22, secondary,     unverified
            gpt-5.6-sol,  input,             2026-08-20, official-copy, stated
            gpt-5.6-sol,  input,             2026-08-21, secondary,     conflict
            gpt-5.6-sol,  input,             2026-08-22, secondary,     stated
            gpt-5.6-luna, input,             2026-11-23, official,      stated
            gpt-6-luna,   cache-write,       2026-11-23, official,      stated
            gpt-6-sol,    input,             2026-11-23, secondary,     stated
            gpt-6.2-sol,  cached-input,      2026-11-23, official,      stated
            gpt-6.1-sol,  batch-input,       2026-11-23, derived,       assumed
            """)
    void gradesOfPrices(String model, String meter, LocalDate asOf, String grade, String status) {
        Price price = offering(model)
                .price(new PriceQuery(meter(meter), null, null, null, asOf))
                .orElseThrow();

        assertThat(price.grade()).hasToString(grade);
        assertThat(price.status()).hasToString(status);
    }

    @Test
    void theDayTwoSourcesDisagreeIsARange() {
        Price price = offering("gpt-5.6-sol")
                .price(new PriceQuery(Meter.OUTPUT, null, null, null, LocalDate.of(2026, 8, 21)))
                .orElseThrow();

        assertThat(price.low()).isEqualByComparingTo("20.00");
        assertThat(price.high()).isEqualByComparingTo("30.00");
    }

    @ParameterizedTest(name = "{0} on {1}: {2} free a day")
    @CsvSource(textBlock = """
            gpt-4o,      2024-08-19, 0
            gpt-4o,      2024-08-20, 1000000
            gpt-4o,      2024-10-01, 1000000
            gpt-4o,      2024-10-31, 1000000
            gpt-4o,      2024-11-01, 0
            gpt-4o-mini, 2024-09-24, 2000000
            gpt-4o-mini, 2024-10-31, 2000000
            gpt-4o-mini, 2024-11-01, 0
            gpt-4.1,     2024-10-01, 0
            """)
    void freeTrainingTokens(String model, LocalDate asOf, long expected) {
        long free = offering(model)
                .promotion(Meter.TRAINING, asOf)
                .map(Promotion::freePerDay)
                .orElse(0L);

        assertThat(free).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @CsvSource(textBlock = """
            gpt-4o,            fine-tuning-starts,               2024-08-20
            gpt-4o,            vision-fine-tuning-starts,        2024-10-01
            gpt-4o,            closed-to-new-organizations,      2026-05-07
            gpt-4o,            closed-to-inactive-organizations, 2026-07-02
            gpt-4o,            deprecated,                       2026-10-14
            gpt-4o,            training-ends,                    2027-01-06
            gpt-4o,            shutdown,                         2027-01-14
            gpt-4o-2024-11-20, shutdown,                         2027-01-14
            gpt-4o-2024-05-13, shutdown,                         2026-10-23
            gpt-4o-mini,       training-ends,                    2027-01-06
            gpt-4.1,           launch,                           2025-04-14
            gpt-4.1,           shutdown,                         2027-01-14
            gpt-4.1-mini,      shutdown,                         2027-01-14
            gpt-4.1-nano,      shutdown,                         2026-10-23
            o4-mini,           shutdown,                         2026-10-23
            gpt-3.5-turbo,     shutdown,                         2026-10-23
            gpt-4,             shutdown,                         2026-10-23
            gpt-4-turbo,       shutdown,                         2026-10-23
            o1-pro,            shutdown,                         2026-10-23
            o3-mini,           shutdown,                         2026-10-23
            gpt-image-1,       shutdown,                         2026-10-23
            davinci-002,       training-ends,                    2024-10-28
            babbage-002,       training-ends,                    2024-10-28
            o3,                shutdown,                         2026-12-11
            o3-pro,            shutdown,                         2026-12-11
            gpt-5,             shutdown,                         2026-12-11
            gpt-5-mini,        shutdown,                         2026-12-11
            gpt-5-nano,        shutdown,                         2026-12-11
            gpt-5-pro,         shutdown,                         2026-12-11
            gpt-5.1,           shutdown,                         2027-04-01
            gpt-5.2,           seen-in-service,                  2026-07-15
            gpt-5.4,           seen-in-service,                  2026-07-15
            gpt-5.4-mini,      seen-in-service,                  2026-07-15
            gpt-5.4-nano,      seen-in-service,                  2026-07-15
            gpt-5.5,           seen-in-service,                  2026-07-15
            gpt-5.6-sol,       seen-in-service,                  2026-07-15
            gpt-5.6-terra,     seen-in-service,                  2026-07-15
            gpt-5.6-luna,      seen-in-service,                  2026-07-15
            gpt-6-astra,       seen-in-service,                  2026-09-03
            gpt-6-sol,         seen-in-service,                  2026-09-22
            gpt-6-luna,        seen-in-service,                  2026-09-22
            gpt-6.1-sol,       seen-in-service,                  2026-09-29
            gpt-6.1-terra,     seen-in-service,                  2026-10-26
            gpt-6.2-sol,       seen-in-service,                  2026-11-23
            """)
    void lifeCycle(String model, String event, LocalDate on) {
        assertThat(offering(model).lifeCycle())
                .filteredOn(e -> e.event().toString().equals(event))
                .extracting(LifeCycleEvent::on)
                .containsExactly(on);
    }

    /** OA-HELP-LUNA names one replacement of the families that end on 2027-01-14, and it can be called. */
    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o", "gpt-4o-2024-11-20", "gpt-4o-mini", "gpt-4.1", "gpt-4.1-mini"})
    void whatEndsInJanuaryIsReplacedByLuna(String model) {
        assertThat(offering(model).lifeCycle())
                .filteredOn(event -> event.event() == LifeCycleEventType.SHUTDOWN)
                .singleElement()
                .satisfies(event -> assertThat(event.replacements()).containsExactly("openai/gpt-6-luna"));
        assertThat(Alternatives.replacements(CATALOG, offering(model), Organization.UNKNOWN, TODAY))
                .singleElement()
                .satisfies(other -> assertThat(other.offering()).isEqualTo("openai/gpt-6-luna"));
    }

    @ParameterizedTest(name = "{0}: {1}, images {2}")
    @CsvSource(textBlock = """
            gpt-4o,            SFT,     SFT
            gpt-4o-mini,       SFT,     ''
            gpt-4.1,           SFT DPO, ''
            gpt-4.1-mini,      SFT DPO, ''
            gpt-4.1-nano,      SFT DPO, ''
            o4-mini,           RFT,     ''
            gpt-3.5-turbo,     SFT,     ''
            gpt-4o-2024-11-20, '',      ''
            gpt-5,             '',      ''
            gpt-6-luna,        '',      ''
            """)
    void methodsOfTuning(String model, String methods, String visionMethods) {
        FineTuning tuning = offering(model).fineTuning();

        assertThat(names(tuning.methods())).isEqualTo(methods);
        assertThat(names(tuning.visionMethods())).isEqualTo(visionMethods);
    }

    /** The rule billed as best known: parameters in alphabetical order. */
    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(delimiter = '|', textBlock = """
            gpt-4o       | 2026-11-23 | documented | base=85 maxSide=2048 perTile=170 shortSide=768 tile=512
            gpt-4.1      | 2025-05-01 | documented | base=85 maxSide=2048 perTile=170 shortSide=768 tile=512
            gpt-4o-mini  | 2026-11-23 | documented | base=2833 maxSide=2048 perTile=5667 shortSide=768 tile=512
            gpt-5.1      | 2026-11-23 | documented | base=70 maxSide=2048 perTile=140 shortSide=768 tile=512
            o3           | 2026-11-23 | documented | base=75 maxSide=2048 perTile=150 shortSide=768 tile=512
            gpt-image-1  | 2026-10-22 | documented | base=65 maxSide=2048 perTile=129 shortSide=512 tile=512
            gpt-4.1-mini | 2026-07-15 | documented | auto=high high={budget=1536 maxDim=2048} low={maxDim=512} multiplier=1.62 patch=32
            gpt-4.1-mini | 2026-09-01 | documented | auto=high high={budget=6144 maxDim=2048} low={budget=6144 maxDim=2048} maxPatches=30000 multiplier=1.62 patch=32
            gpt-4.1-nano | 2026-07-15 | documented | auto=high high={budget=1536 maxDim=2048} low={maxDim=512} multiplier=2.46 patch=32
            o4-mini      | 2026-07-15 | documented | auto=high high={budget=1536 maxDim=2048} low={maxDim=512} multiplier=1.72 patch=32
            gpt-5-mini   | 2026-07-15 | billed     | auto=high high={budget=1536 maxDim=2048} low={maxDim=512} multiplier=1.2 patch=32
            gpt-5-mini   | 2026-11-23 | documented | auto=high high={budget=1536 maxDim=2048} low={maxDim=512} maxPatches=30000 multiplier=1.2 patch=32
            gpt-5-nano   | 2026-07-15 | billed     | auto=high high={budget=1536 maxDim=2048} low={maxDim=512} multiplier=1.5 patch=32
            gpt-5.2      | 2026-11-23 | documented | auto=high high={budget=6144 maxDim=2048} low={budget=6144 maxDim=2048} maxPatches=30000 multiplier=1.2 patch=32
            gpt-5.4      | 2026-11-23 | documented | auto=high high={budget=2500 maxDim=2048} low={budget=6144 maxDim=2048} maxPatches=30000 multiplier=1.2 original={budget=10000 maxDim=6000} patch=32
            gpt-5.4-mini | 2026-07-15 | billed     | auto=high high={budget=1536 maxDim=2048} low={maxDim=512} multiplier=1.2 original={budget=10000 maxDim=6000} patch=32
            gpt-5.4-nano | 2026-11-23 | documented | auto=high high={budget=2500 maxDim=2048} low={budget=6144 maxDim=2048} maxPatches=30000 multiplier=1.2 original={budget=10000 maxDim=6000} patch=32
            gpt-5.5      | 2026-11-23 | documented | auto=original high={budget=2500 maxDim=2048} low={maxDim=512} maxPatches=30000 multiplier=1.2 original={budget=10000 maxDim=6000} patch=32
            gpt-5.6-luna | 2026-07-15 | documented | auto=original high={budget=2500 maxDim=2048} low={maxDim=512} multiplier=1.2 original={} patch=32
            gpt-5.6-sol  | 2026-11-23 | documented | auto=original high={budget=2500 maxDim=2048} low={maxDim=512} maxPatches=30000 multiplier=1.2 original={maxDim=65535} patch=32
            gpt-6-astra  | 2026-11-23 | documented | auto=original high={budget=2500 maxDim=2048} low={maxDim=512} maxPatches=30000 multiplier=1.2 original={maxDim=65535} patch=32
            gpt-6-luna   | 2026-11-23 | assumed    | auto=original high={budget=2500 maxDim=2048} low={maxDim=512} maxPatches=30000 multiplier=1.2 original={maxDim=65535} patch=32
            gpt-6.2-sol  | 2026-11-23 | assumed    | auto=original high={budget=2500 maxDim=2048} low={maxDim=512} maxPatches=30000 multiplier=1.2 original={maxDim=65535} patch=32
            """)
    void imageRuleInForce(String model, LocalDate asOf, String reading, String parameters) {
        ImageRuleFact rule = offering(model).imageRulesInForce(asOf).get(0);

        assertThat(rule.reading()).hasToString(reading);
        assertThat(words(rule.parameters())).isEqualTo(parameters);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(textBlock = """
            gpt-4o,       2026-11-23, 85
            gpt-5-mini,   2026-07-15, 1.2 1.62 1.2
            gpt-5-mini,   2026-09-01, 1.2 1.2
            gpt-5-nano,   2026-08-31, 1.5 2.46 1.5
            gpt-5.4-mini, 2026-07-15, 1.2 1.62 1.2
            gpt-5.4-nano, 2026-07-15, 1.2 2.46 1.2
            gpt-4.1-mini, 2025-06-30, 1.62
            gpt-4.1-mini, 2026-11-23, 1.62 1.62
            """)
    void readingsInForceTheBilledOneFirst(String model, LocalDate asOf, String multipliers) {
        assertThat(offering(model).imageRulesInForce(asOf).stream()
                        .map(rule -> rule.parameters()
                                .getOrDefault("multiplier", rule.parameters().get("base"))
                                .toString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(multipliers);
    }

    @Test
    void aModelWithoutImagesHasNoRule() {
        assertThat(offering("gpt-3.5-turbo").takesImages()).isFalse();
        assertThat(offering("davinci-002").takesImages()).isFalse();
        assertThat(offering("computer-use-preview").imageRulesInForce(LocalDate.of(2026, 7, 22)))
                .hasSize(1);
        assertThat(offering("computer-use-preview").imageRulesInForce(LocalDate.of(2026, 7, 23)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @CsvSource(textBlock = """
            gpt-4o,       examples,             2026-11-23, 10,      '',            '',                         job-rejected
            gpt-4o,       examples-with-images, 2026-11-23, '',      50000,         '',                         unstated
            gpt-4o,       images-per-example,   2026-11-23, '',      10,            '',                         unstated
            gpt-4o,       image-bytes,          2026-11-23, '',      10000000,      '',                         image-skipped
            gpt-4o,       image-format,         2026-11-23, '',      '',            png jpeg webp,              image-skipped
            gpt-4o,       image-color-mode,     2026-11-23, '',      '',            rgb rgba,                   unstated
            gpt-4o,       image-role,           2026-11-23, '',      '',            system developer user tool, unstated
            gpt-4o,       image-source,         2026-11-23, '',      '',            url base64,                 image-skipped
            gpt-4o,       file-bytes,           2026-11-23, '',      512000000,     '',                         job-rejected
            gpt-4.1,      project-file-bytes,   2026-11-23, '',      2500000000000, '',                         unstated
            gpt-4o,       epochs,               2026-11-23, 1,       50,            '',                         job-rejected
            gpt-4o,       batch-size,           2026-11-23, 1,       256,           '',                         job-rejected
            gpt-4o,       suffix-characters,    2026-11-23, '',      64,            '',                         job-rejected
            gpt-4o,       checkpoints,          2026-11-23, '',      3,             '',                         unstated
            gpt-4.1,      dpo-beta,             2026-11-23, 0,       2,             '',                         job-rejected
            o4-mini,      compute-multiplier,   2026-10-22, 0.00001, 10,            '',                         job-rejected
            gpt-4o,       request-bytes,        2026-04-02, '',      50000000,      '',                         unstated
            gpt-4o,       request-bytes,        2026-04-03, '',      512000000,     '',                         unstated
            gpt-5,        images-per-request,   2026-04-02, '',      500,           '',                         unstated
            gpt-5,        images-per-request,   2026-04-03, '',      1500,          '',                         unstated
            gpt-6-luna,   request-image-format, 2026-11-23, '',      '',            png jpeg webp gif,          unstated
            gpt-6-luna,   patches-per-image,    2026-11-23, '',      30000,         '',                         request-rejected
            """)
    void limits(String model, String name, LocalDate asOf, String min, String max, String values, String effect) {
        Limit limit = offering(model).limit(limitName(name), null, asOf).orElseThrow();

        assertThat(limit.min() == null ? "" : limit.min().toPlainString()).isEqualTo(min);
        assertThat(limit.max() == null ? "" : limit.max().toPlainString()).isEqualTo(max);
        assertThat(String.join(" ", limit.values())).isEqualTo(values);
        assertThat(limit.effect()).hasToString(effect);
    }

    @Test
    void limitsThatDoNotConcernAModelAreAbsent() {
        assertThat(offering("gpt-4.1").limit(LimitName.IMAGES_PER_EXAMPLE, null, TODAY))
                .isEmpty();
        assertThat(offering("gpt-4o").limit(LimitName.PATCHES_PER_IMAGE, null, TODAY))
                .isEmpty();
        assertThat(offering("gpt-5.6-sol").limit(LimitName.PATCHES_PER_IMAGE, null, LocalDate.of(2026, 7, 15)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            gpt-4o,       training-on-data,      no,              ''
            gpt-4o,       abuse-monitoring,      kept,            ''
            gpt-4o,       stored-data,           until-deleted,   ''
            gpt-4o,       zero-data-retention,   not-eligible,    ''
            gpt-4o,       image-scan,            csam-scan,       ''
            gpt-4o,       people-in-images,      images-skipped,  ''
            gpt-4o,       customer-managed-keys, not-supported,   ''
            gpt-4o,       storage-residency,     available,       US EU AU CA JP IN SG KR GB AE
            gpt-4o,       processing-residency,  available,       US EU
            gpt-4.1-mini, processing-residency,  available,       US EU
            gpt-4.1-nano, processing-residency,  not-available,   ''
            gpt-4.1,      residency-price,       none,            ''
            gpt-6-luna,   residency-price,       plus-10-percent, ''
            gpt-4o,       safety-evaluation,     may-block-model, ''
            """)
    void dataPolicy(String model, String topic, String value, String regions) {
        assertThat(offering(model).retention())
                .filteredOn(rule -> rule.topic().toString().equals(topic) && rule.inForce(TODAY))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.value()).isEqualTo(value);
                    assertThat(String.join(" ", rule.regions())).isEqualTo(regions);
                });
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
    @CsvSource(textBlock = """
            gpt-4o,        o200k_base,  3, 2
            gpt-4.1,       o200k_base,  3, 2
            gpt-3.5-turbo, cl100k_base, 3, 2
            gpt-5,         o200k_base,  2, 0
            o3,            o200k_base,  2, 0
            gpt-6-luna,    o200k_base,  2, 0
            """)
    void textAndMessages(String model, String encoding, int perRequest, int perExample) {
        Offering offering = offering(model);

        assertThat(offering.textEncoding().encoding()).isEqualTo(encoding);
        assertThat(offering.messageTokens().overhead().perMessage()).isEqualTo(4);
        assertThat(offering.messageTokens().overhead().perName()).isEqualTo(1);
        assertThat(offering.messageTokens().overhead().perRequest()).isEqualTo(perRequest);
        assertThat(offering.messageTokens().overhead().perExample().expected()).isEqualTo(perExample);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o", "gpt-4o-mini", "gpt-4.1", "gpt-4.1-mini", "gpt-4.1-nano"})
    void contexts(String model) {
        assertThat(offering(model).contextTokens().training()).isEqualTo(65_536);
        assertThat(offering(model).contextTokens().inference()).isEqualTo(128_000);
    }

    @ParameterizedTest(name = "{0}: {1}, from {2} in steps of {3}")
    @CsvSource(textBlock = """
            gpt-4o,      automatic,          1024, 128
            gpt-5.5,     automatic,          1024, 128
            gpt-5.6-sol, automatic+explicit, 1024,
            gpt-6.2-sol, automatic+explicit, 1024,
            """)
    void promptCaching(String model, String mode, long minimum, Long increment) {
        PromptCaching caching = offering(model).promptCaching();

        assertThat(caching.mode()).isEqualTo(mode);
        assertThat(caching.minimumPrefixTokens()).isEqualTo(minimum);
        assertThat(caching.incrementTokens()).isEqualTo(increment);
        assertThat(caching.images()).isTrue();
    }

    @Test
    void noNameMeansTwoOfferings() {
        List<Offering> all = CATALOG.offerings();

        assertThat(all.stream().flatMap(offering -> offering.aliases().stream()))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(all.stream().map(Offering::id).toList());
    }

    /** A price without a known start would hold before the model exists, so the row must own up to it. */
    @Test
    void everyKnownPriceHasAStartOrSaysThatNoneIsFound() {
        assertThat(CATALOG.offerings().stream()
                        .filter(offering -> offering.provider().equals("openai"))
                        .flatMap(offering -> offering.prices().stream())
                        .filter(price -> price.amount() != null && price.from() == null))
                .isNotEmpty()
                .allSatisfy(price -> assertThat(price.note()).contains("start not found"));
    }

    private static Offering offering(String model) {
        return CATALOG.require("openai/" + model);
    }

    private static Meter meter(String name) {
        return List.of(Meter.values()).stream()
                .filter(meter -> meter.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static LimitName limitName(String name) {
        return List.of(LimitName.values()).stream()
                .filter(limit -> limit.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String names(List<Method> methods) {
        return methods.stream().map(Method::name).collect(Collectors.joining(" "));
    }

    private static String words(Map<String, ?> parameters) {
        return parameters.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(entry -> entry.getKey() + "=" + word(entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    @SuppressWarnings("unchecked")
    private static String word(Object value) {
        return value instanceof Map<?, ?> map ? "{" + words((Map<String, ?>) map) + "}" : value.toString();
    }
}

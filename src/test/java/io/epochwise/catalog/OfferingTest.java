package io.epochwise.catalog;

import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OfferingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final CatalogFile LIST = new CatalogFile("acme.yaml", """
            provider: acme
            sources:
              S: { citation: "a page", asOf: 2026-10-01, grade: official }
            offerings:
              - id: acme/seer
                aliases: [acme/oracle]
                name: Seer
                kind: hosted
                defaultTier: global
                prices:
                  - { meter: training, amount: "20.00", per: 1000000, to: 2026-11-01, source: S }
                  - { meter: training, amount: "18.00", per: 1000000, from: 2026-11-01, to: 2026-12-01, source: S }
                  - { meter: training, amount: "19.00", per: 1000000, from: 2026-11-01, regions: [East US 2, us-gov-east], source: S }
                  - { meter: training, amount: "9.00", per: 1000000, tiers: developer, source: S }
                  - { meter: input, amount: "1.00", per: 1000000, tiers: [global, developer], source: S }
                  - { meter: input, amount: "2.00", per: 1000000, fromInputTokens: 272000, source: S }
                  - { meter: input, amount: "3.00", per: 1000000, fromInputTokens: 400000, source: S }
                  - { meter: input, amount: "0.50", per: 1000000, variant: data-sharing, source: S }
                limits:
                  - { limit: epochs, max: 3, tiers: [developer], source: S }
                  - { limit: epochs, max: 50, tiers: [global], to: 2026-11-24, source: S }
                  - { limit: batch-size, max: 8, source: S }
                promotions:
                  - { meter: training, freePerDay: 1000000, from: 2026-11-01, to: 2026-11-24, source: S }
            """);

    private static CatalogFile own(String prices) {
        return new CatalogFile("own.yaml", """
                sources:
                  CONTRACT: { citation: "contract 4711", asOf: 2026-06-01, grade: own }
                ownPrices:
                  - offering: acme/seer
                    prices:
                """ + prices.indent(6));
    }

    private static Offering seer(CatalogFile... own) {
        return CatalogLoader.load(Stream.concat(Stream.of(LIST), Stream.of(own)).toList())
                .require("acme/seer");
    }

    private static String price(Offering offering, Meter meter, String tier, String region, LocalDate asOf) {
        return offering.price(new PriceQuery(meter, tier, region, null, asOf))
                .map(Price::amount)
                .map(BigDecimal::toPlainString)
                .orElse("none");
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2020-01-01, 20.00", "2026-10-31, 20.00", "2026-11-01, 18.00", "2026-11-30, 18.00", "2026-12-01, none"})
    void priceHoldsFromItsFirstDayUntilTheDayBeforeItsEnd(LocalDate asOf, String amount) {
        assertThat(price(seer(), Meter.TRAINING, null, null, asOf)).isEqualTo(amount);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "East US 2, 19.00",
        "eastus2, 19.00",
        "EAST-US-2, 19.00",
        "east_us_2, 19.00",
        "US Gov East, 19.00",
        "East US, 18.00",
        "nowhere, 18.00",
        "'', 18.00"
    })
    void regionHasItsOwnPriceOrTheGeneralOne(String region, String amount) {
        assertThat(price(seer(), Meter.TRAINING, null, region, DAY)).isEqualTo(amount);
    }

    @Test
    void priceWithoutRegionIsTheGeneralOne() {
        assertThat(price(seer(), Meter.TRAINING, null, null, DAY)).isEqualTo("18.00");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "training, , 18.00",
        "training, global, 18.00",
        "training, developer, 9.00",
        "training, regional, none",
        "input, , 1.00",
        "input, developer, 1.00",
        "output, , none"
    })
    void tierIsTheOfferingsDefaultWhereNoneIsAsked(String meter, String tier, String amount) {
        Meter asked = Meter.valueOf(meter.toUpperCase(Locale.ROOT));
        assertThat(price(seer(), asked, tier, null, DAY)).isEqualTo(amount);
        assertThat(seer().tiers()).containsExactly("developer", "global");
    }

    @Test
    void variantIsOnlyGivenToWhoAsksForIt() {
        assertThat(seer().price(new PriceQuery(Meter.INPUT, null, null, "data-sharing", DAY)))
                .map(Price::amount)
                .contains(new BigDecimal("0.50"));
        assertThat(seer().price(new PriceQuery(Meter.INPUT, null, null, "grader", DAY)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} input tokens: {1}")
    @CsvSource({"0, 1.00", "271999, 1.00", "272000, 2.00", "399999, 2.00", "400000, 3.00", "999999999, 3.00"})
    void aLongContextHasThePriceOfTheMostTokensItReaches(long inputTokens, String amount) {
        PriceQuery query = new PriceQuery(Meter.INPUT, null, null, null, null, DAY, inputTokens);
        assertThat(seer().price(query)).map(Price::amount).contains(new BigDecimal(amount));
    }

    @Test
    void anOwnPriceGoesBeforeTheListPriceOfALongContext() {
        Offering seer = seer(own("- { meter: input, amount: 0.80, per: 1000000, source: CONTRACT }"));
        PriceQuery query = new PriceQuery(Meter.INPUT, null, null, null, null, DAY, 500_000);
        assertThat(seer.price(query)).map(Price::amount).contains(new BigDecimal("0.80"));
    }

    @Test
    void ownPriceGoesBeforeTheListPrice() {
        Offering seer = seer(own("- { meter: training, amount: 15.00, per: 1000000, source: CONTRACT }"));
        Optional<Price> price = seer.price(new PriceQuery(Meter.TRAINING, null, null, null, DAY));
        assertThat(price).hasValueSatisfying(own -> {
            assertThat(own.amount()).isEqualByComparingTo("15");
            assertThat(own.grade()).isEqualTo(Grade.OWN);
            assertThat(own.source()).isEqualTo("CONTRACT: contract 4711");
            assertThat(own.tiers()).as("the offering's default").containsExactly("global");
        });
        assertThat(seer.prices()).as("the list stays").hasSize(8);
    }

    @ParameterizedTest(name = "{0} {1} {2} on {3}: {4}")
    @CsvSource({
        "training, global, eastus2, 2026-11-23, 15.00",
        "training, global, , 2026-11-23, 18.00",
        "training, global, us-gov-east, 2026-11-23, 19.00",
        "training, developer, eastus2, 2026-11-23, 9.00",
        "training, global, eastus2, 2026-11-20, 15.00",
        "training, global, eastus2, 2026-11-19, 19.00",
        "training, global, eastus2, 2026-11-25, 15.00",
        "training, global, eastus2, 2026-11-26, 19.00",
        "input, global, eastus2, 2026-11-23, 1.00"
    })
    void ownPriceHoldsOnlyForItsMeterTierRegionAndDates(
            String meter, String tier, String region, LocalDate asOf, String amount) {
        Offering seer = seer(own("- { meter: training, amount: 15.00, per: 1000000, tiers: [global],"
                + " regions: [East US 2], from: 2026-11-20, to: 2026-11-26, source: CONTRACT }"));
        Meter asked = Meter.valueOf(meter.toUpperCase(Locale.ROOT));
        assertThat(price(seer, asked, tier, region, asOf)).isEqualTo(amount);
    }

    @Test
    void regionalListPriceGoesBeforeAnOwnPriceForAllRegions() {
        Offering seer = seer(own("- { meter: training, amount: 15.00, per: 1000000, source: CONTRACT }"));
        assertThat(price(seer, Meter.TRAINING, null, "eastus2", DAY)).isEqualTo("19.00");
    }

    @Test
    void ownPriceAddsItsTier() {
        Offering seer =
                seer(own("- { meter: training, amount: 15.00, per: 1000000, tiers: [reserved], source: CONTRACT }"));
        assertThat(seer.tiers()).containsExactly("developer", "global", "reserved");
        assertThat(price(seer, Meter.TRAINING, "reserved", null, DAY)).isEqualTo("15.00");
    }

    @Test
    void ownPricesMayNameAnAlias() {
        CatalogFile own = own("- { meter: training, amount: 15.00, source: CONTRACT }");
        Offering seer = seer(new CatalogFile("own.yaml", own.text().replace("acme/seer", "acme/oracle")));
        assertThat(seer.ownPrices()).hasSize(1);
    }

    @Test
    void pricesInForceAreTheOwnAndThoseOfTheList() {
        Offering seer = seer(own("- { meter: training, amount: 15.00, source: CONTRACT }"));
        assertThat(seer.pricesInForce(DAY))
                .hasSize(8)
                .first()
                .extracting(Price::grade)
                .isEqualTo(Grade.OWN);
    }

    @Test
    void limitIsThatOfTheTierAndTheDate() {
        assertThat(seer().limit(LimitName.EPOCHS, null, DAY)).map(Limit::max).contains(new BigDecimal("50"));
        assertThat(seer().limit(LimitName.EPOCHS, "developer", DAY))
                .map(Limit::max)
                .contains(new BigDecimal("3"));
        assertThat(seer().limit(LimitName.EPOCHS, null, DAY.plusDays(1))).isEmpty();
        assertThat(seer().limit(LimitName.BATCH_SIZE, "any", DAY))
                .map(Limit::max)
                .contains(new BigDecimal("8"));
        assertThat(seer().limit(LimitName.FILE_BYTES, null, DAY)).isEmpty();
    }

    @Test
    void promotionIsThatOfTheMeterAndTheDate() {
        assertThat(seer().promotion(Meter.TRAINING, DAY))
                .map(Promotion::freePerDay)
                .contains(1_000_000L);
        assertThat(seer().promotion(Meter.TRAINING, DAY.plusDays(1))).isEmpty();
        assertThat(seer().promotion(Meter.INPUT, DAY)).isEmpty();
    }

    @ParameterizedTest(name = "written {0}")
    @ValueSource(
            strings = {
                "reported assumed documented billed",
                "billed documented assumed reported",
                "documented reported billed assumed"
            })
    void readingBilledAsBestKnownComesFirst(String readings) {
        StringBuilder text = new StringBuilder("""
                provider: acme
                sources:
                  S: { citation: "a page", grade: official }
                offerings:
                  - id: acme/seer
                    name: Seer
                    kind: hosted
                    imageRules:
                """);
        List<String> written = List.of(readings.split(" "));
        for (String reading : written) {
            text.append("      - { reading: ")
                    .append(reading)
                    .append(", rule: openai-tile-512, parameters: { base: ")
                    .append(base(reading))
                    .append(", perTile: 170, maxSide: 2048, shortSide: 768, tile: 512 },")
                    .append(reading.equals("billed") ? " to: 2026-11-24," : "")
                    .append(" source: S }\n");
        }
        Offering seer = CatalogLoader.load(List.of(new CatalogFile("acme.yaml", text.toString())))
                .require("acme/seer");
        assertThat(seer.imageRulesInForce(DAY))
                .extracting(ImageRuleFact::reading)
                .containsExactly(Reading.BILLED, Reading.DOCUMENTED, Reading.ASSUMED, Reading.REPORTED);
        assertThat(seer.imageRulesInForce(DAY.plusDays(1)))
                .extracting(ImageRuleFact::reading)
                .containsExactly(Reading.DOCUMENTED, Reading.ASSUMED, Reading.REPORTED);
        var billing = seer.imageBilling(DAY).orElseThrow();
        assertThat(billing.tokens(1, 1, Detail.LOW))
                .hasToString("Counted[tokens=TokenRange[low=1, expected=1, high=4]]");
    }

    private static int base(String reading) {
        return 1 + Reading.valueOf(reading.toUpperCase(Locale.ROOT)).ordinal();
    }

    @Test
    void modelWithoutImageRulesTakesNoImages() {
        assertThat(seer().takesImages()).isFalse();
        assertThat(seer().imageBilling(DAY)).isEmpty();
        assertThat(seer().tunable()).isFalse();
    }
}

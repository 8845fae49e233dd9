package io.epochwise.catalog;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Prices of tuned inference that follow from those of the base model. */
class ServingPricesTest {
    private static final String HEAD = """
            provider: test
            sources:
              S: { citation: "a page", asOf: 2026-01-31, grade: official }
            offerings:
              - id: test/m
                name: M
                kind: hosted
                fineTuning: { methods: [sft], source: S }
                prices:
                  - { meter: input, amount: "1.00", low: "0.90", high: "1.20", per: 1000000, to: 2027-01-01, status: conflict, source: S }
                  - { meter: input, amount: "2.00", per: 1000000, from: 2027-01-01, source: S }
                  - { meter: output, amount: "8.00", per: 1000000, source: S }
                  - { meter: input, amount: "0.50", per: 1000000, tiers: [flex], source: S }
                  - { meter: batch-input, amount: "0.50", per: 1000000, source: S }
                  - { meter: cached-input, amount: "0.10", per: 1000000, source: S }
            """;

    private static Offering offering(String rest) {
        return CatalogLoader.load(List.of(new CatalogFile("test.yaml", HEAD + rest)))
                .require("test/m");
    }

    private static Price price(Offering offering, Meter meter, String day) {
        return offering.price(new PriceQuery(meter, null, null, null, LocalDate.parse(day)))
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, 1.50, 1.35, 1.80", "2027-01-01, 3.00, , "})
    void areAMultipleOfTheBasePriceOnTheDay(String day, String amount, String low, String high) {
        Price price = price(
                offering("    serving: [ { mode: multiplier, multiplier: \"1.5\", source: S } ]"),
                Meter.TUNED_INPUT,
                day);
        assertThat(price.amount()).isEqualByComparingTo(amount);
        assertThat(price.low() == null ? null : price.low().toPlainString()).isEqualTo(low);
        assertThat(price.high() == null ? null : price.high().toPlainString()).isEqualTo(high);
        assertThat(price.grade()).isEqualTo(Grade.DERIVED);
        assertThat(price.status()).isEqualTo(low == null ? FactStatus.STATED : FactStatus.CONFLICT);
    }

    @Test
    void areTheBasePriceItself() {
        Offering offering = offering("    serving: [ { mode: base-price, from: 2025-07-16, source: S } ]");
        assertThat(price(offering, Meter.TUNED_OUTPUT, "2025-07-15")).isNull();
        assertThat(price(offering, Meter.TUNED_OUTPUT, "2025-07-16").amount()).isEqualByComparingTo("8.00");
        assertThat(offering.prices())
                .filteredOn(price -> price.meter() == Meter.TUNED_INPUT)
                .extracting(Price::tiers)
                .contains(List.of("flex"));
    }

    /** That batches or caches are cheaper for tuned models too is nowhere assumed. */
    @Test
    void followForInputAndOutputOnly() {
        assertThat(offering("    serving: [ { mode: base-price, source: S } ]").prices())
                .extracting(Price::meter)
                .doesNotContain(Meter.TUNED_BATCH_INPUT, Meter.TUNED_CACHED_INPUT);
    }

    @Test
    void giveWayToAStatedPrice() {
        Offering offering = CatalogLoader.load(List.of(new CatalogFile(
                        "test.yaml",
                        HEAD
                                + "      - { meter: tuned-output, amount: \"2.50\", per: 1000000, source: S }\n"
                                + "    serving: [ { mode: base-price, source: S } ]")))
                .require("test/m");
        assertThat(offering.prices())
                .filteredOn(price -> price.meter() == Meter.TUNED_OUTPUT)
                .singleElement()
                .satisfies(price -> assertThat(price.amount()).isEqualByComparingTo("2.50"));
    }

    @Test
    void doNotFollowWhereTimeIsBilled() {
        assertThat(offering("    serving: [ { mode: gpu-hour, source: S } ]").prices())
                .extracting(Price::meter)
                .doesNotContain(Meter.TUNED_INPUT);
    }

    @ParameterizedTest
    @CsvSource({"mode: multiplier", "'mode: base-price, multiplier: 2'", "'mode: multiplier, multiplier: 0'"})
    void needAFactorWhereOneIsMeantAndOnlyThere(String way) {
        assertThatThrownBy(() -> offering("    serving: [ { " + way + ", source: S } ]"))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("multiplier");
    }

    @Test
    void aRerouteNamesItsTarget() {
        assertThatThrownBy(() -> offering("    lifeCycle: [ { event: rerouted, on: 2026-12-01, source: S } ]"))
                .hasMessageContaining("must name the one offering");
        assertThatThrownBy(() -> offering(
                        "    lifeCycle: [ { event: shutdown, on: 2026-12-01, replacements: [test/n], source: S } ]"))
                .hasMessageContaining("the replacement test/n is no offering");
    }

    @Test
    void aPriceBySizeNeedsTheSize() {
        String row =
                "      - { meter: training, amount: \"1\", per: 1000000, parametersUpTo: 16000000000, source: S }\n";
        assertThatThrownBy(() -> offering(row)).hasMessageContaining("number of parameters, which is not given");
        assertThat(offering(row + "    parameters: { total: 16000000001, source: S }")
                        .prices())
                .extracting(Price::meter)
                .doesNotContain(Meter.TRAINING);
    }
}

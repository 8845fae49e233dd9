package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogException;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.catalog.Meter;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** List price, fixed price and percent, of the request and of the operator, in their order. */
class AgreementTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");

    private static final CatalogFile ACME = new CatalogFile("acme.yaml", """
            provider: acme
            sources:
              PAGE: { citation: "https://acme.example", asOf: 2026-01-01, grade: official }
            offerings:
              - id: acme/seer
                name: Seer
                kind: hosted
                messageTokens: { perMessage: 0, perName: 0, perRequest: 0, perExample: { low: 0, expected: 0, high: 0 }, source: PAGE }
                fineTuning: { methods: [sft], visionMethods: [sft], source: PAGE }
                prices:
                  - { meter: input, amount: "2.00", per: 1000000, source: PAGE }
                  - { meter: output, amount: "8.00", per: 1000000, source: PAGE }
                  - { meter: training, amount: "20.00", per: 1000000, source: PAGE }
                lifeCycle: [ { event: launch, on: 2025-01-01, source: PAGE } ]
            """);

    private static final String OWN = """
            sources:
              CONTRACT: { citation: "contract 17", asOf: 2026-01-01, grade: own }
            """;

    private static Catalog catalog(String... files) {
        List<CatalogFile> all = new ArrayList<>(List.of(ACME));
        for (int i = 0; i < files.length; i++) {
            all.add(new CatalogFile("own" + i + ".yaml", OWN + files[i]));
        }
        return CatalogLoader.load(all, List.of(), 1_000);
    }

    private static Estimate training(Catalog catalog, PriceOverrides overrides) {
        TrainingRequest plain = TrainingRequest.of(
                "acme/seer",
                new DatasetSummary(
                        Range.exactly(1_000), Range.exactly(BigDecimal.valueOf(1_000)), null, null, null, null),
                1);
        TrainingRequest request = new TrainingRequest(
                plain.offering(),
                plain.dataset(),
                1,
                null,
                null,
                null,
                null,
                null,
                overrides,
                null,
                null,
                TODAY,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return TrainingEstimator.estimate(catalog, request, TODAY);
    }

    private static BigDecimal decimal(String value) {
        return value == null ? null : new BigDecimal(value);
    }

    /** A million training tokens, 20.00 by the list. The operator's and the request's fixed prices and percents, then what is paid. */
    @ParameterizedTest
    @CsvSource({
        ",,,,20.00,20.00",
        ",10,,,18.00,20.00",
        "15.00,,,,15.00,20.00",
        "15.00,10,,,15.00,20.00",
        ",10,,25,15.00,20.00",
        ",10,,0,20.00,20.00",
        "15.00,10,,25,15.00,20.00",
        "15.00,10,12.00,25,12.00,20.00",
        ",,12.00,,12.00,20.00",
        ",100,,,0.00,20.00",
    })
    void pricesAreComposedInOrder(
            String operatorsPrice,
            String operatorsPercent,
            String requestsPrice,
            String requestsPercent,
            String unitPrice,
            String listUnitPrice) {
        String own = (operatorsPrice == null
                        ? ""
                        : "ownPrices:\n  - { offering: acme/seer, prices: [{ meter: training, amount: " + operatorsPrice
                                + ", per: 1000000, source: CONTRACT }] }\n")
                + (operatorsPercent == null
                        ? ""
                        : "agreements:\n  - { provider: acme, discountPercent: " + operatorsPercent
                                + ", source: CONTRACT }\n");
        PriceOverrides overrides = new PriceOverrides(
                requestsPrice == null
                        ? null
                        : List.of(new OwnPrice(Meter.TRAINING, new BigDecimal(requestsPrice), null)),
                decimal(requestsPercent));
        Estimate estimate = training(catalog(own), overrides);
        EstimateLine line = estimate.lines().get(0);
        assertThat(line.unitPrice()).isEqualTo(unitPrice);
        assertThat(line.listUnitPrice()).isEqualTo(listUnitPrice);
        assertThat(estimate.total().expected()).isEqualTo(unitPrice);
        boolean agreed =
                operatorsPercent != null && operatorsPrice == null && requestsPrice == null && requestsPercent == null;
        assertThat(estimate.assumptions().stream().anyMatch(one -> one.code() == AssumptionCode.AGREED_DISCOUNT))
                .isEqualTo(agreed);
    }

    @Test
    void theListPriceIsForAsManyUnitsAsTheOwnOne() {
        PriceOverrides perThousand = new PriceOverrides(
                List.of(new OwnPrice(Meter.TRAINING, new BigDecimal("0.015"), BigDecimal.valueOf(1_000))), null);
        EstimateLine line = training(catalog(), perThousand).lines().get(0);
        assertThat(line.per()).isEqualTo("1000");
        assertThat(line.unitPrice()).isEqualTo("0.015");
        assertThat(line.listUnitPrice()).isEqualTo("0.02");
    }

    /** A month of 1,000,000 tokens of input at 2.00, from the third month on 10 % less: 2.00, 2.00, 1.80. */
    @Test
    void monthsHaveTheAgreementOfTheirDay() {
        Catalog catalog = catalog(
                "agreements:\n  - { provider: acme, discountPercent: 10, from: 2026-03-01, to: 2026-04-01, source: CONTRACT }\n");
        Estimate estimate = InferenceEstimator.estimate(
                catalog,
                new InferenceRequest(
                        "acme/seer",
                        null,
                        new Workload(
                                Range.exactly(1_000),
                                null,
                                Range.exactly(1_000),
                                null,
                                Range.exactly(0),
                                List.of(),
                                Range.exactly(0),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        4,
                        null,
                        null,
                        null,
                        null,
                        null,
                        TODAY,
                        null),
                TODAY);
        assertThat(estimate.lines().stream().filter(line -> line.code() == LineCode.INFERENCE_STATIC_PROMPT))
                .extracting(EstimateLine::unitPrice, EstimateLine::listUnitPrice, line -> line.amount()
                        .expected())
                .containsExactly(
                        tuple(decimal("2.00"), decimal("2.00"), decimal("4.00")),
                        tuple(decimal("1.80"), decimal("2.00"), decimal("1.80")),
                        tuple(decimal("2.00"), decimal("2.00"), decimal("2.00")));
    }

    @Test
    void aPercentIsExactlyOffTheListPrice() {
        Random random = new Random(20);
        for (int i = 0; i < 300; i++) {
            BigDecimal percent = BigDecimal.valueOf(random.nextInt(1_000_001), random.nextInt(4) + 4);
            EstimateLine line = training(
                            catalog("agreements:\n  - { provider: acme, discountPercent: " + percent.toPlainString()
                                    + ", source: CONTRACT }\n"),
                            null)
                    .lines()
                    .get(0);
            assertThat(line.unitPrice())
                    .as("percent %s", percent)
                    .isEqualByComparingTo(
                            line.listUnitPrice().multiply(BigDecimal.ONE.subtract(percent.movePointLeft(2))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "own0.yaml:4: discountPercent: must be from 0 to 100|{ provider: acme, discountPercent: 101, source: CONTRACT }",
                "own0.yaml:4: discountPercent: must not be negative|{ provider: acme, discountPercent: -1, source: CONTRACT }",
                "own0.yaml:4: committedAmount: must not be negative|{ provider: acme, committedAmount: -1, source: CONTRACT }",
                "own0.yaml:4: missing key \"source\"|{ provider: acme, discountPercent: 1 }",
                "own0.yaml:4: unknown key \"percent\"|{ provider: acme, percent: 1, source: CONTRACT }",
                "own0.yaml:4: missing key \"amount\"|{ provider: acme, credits: [ { note: x } ], source: CONTRACT }",
                "own0.yaml:4: from: must be before to|{ provider: acme, from: 2026-02-01, to: 2026-02-01, source: CONTRACT }",
            })
    void wrongAgreementsNameFileAndLine(String faultAndRow) {
        String fault = faultAndRow.substring(0, faultAndRow.indexOf('|'));
        String row = faultAndRow.substring(faultAndRow.indexOf('|') + 1);
        assertThatThrownBy(() -> catalog("agreements:\n  - " + row + "\n"))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith(fault);
    }

    @Test
    void ofAProviderOneAgreementIsInForceOnADay() {
        String first = "agreements:\n  - { provider: acme, discountPercent: 1, to: 2026-03-01, source: CONTRACT }\n";
        String second = "agreements:\n  - { provider: acme, discountPercent: 2, from: 2026-02-01, source: CONTRACT }\n";
        String after = "agreements:\n  - { provider: acme, discountPercent: 2, from: 2026-03-01, source: CONTRACT }\n";
        assertThatThrownBy(() -> catalog(first, second))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("own1.yaml:1: agreements: acme has one for the same dates in another file");
        assertThat(catalog(first, after).agreements("acme")).hasSize(2);
        assertThat(catalog(first).version()).isNotEqualTo(catalog(after).version());
    }
}

package io.epochwise.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Unit;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.decision.CostAnswer;
import io.epochwise.decision.CostKind;
import io.epochwise.decision.CostPartKind;
import io.epochwise.decision.CostQuestion;
import io.epochwise.estimate.LineCode;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.export.QuotationFormat.FOCUS;
import static io.epochwise.export.Quotations.DAY;
import static io.epochwise.export.Quotations.ID;
import static io.epochwise.export.Quotations.group;
import static io.epochwise.export.Quotations.line;
import static io.epochwise.export.Quotations.months;
import static io.epochwise.export.Quotations.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

/** Quotations as FOCUS keep the specification's rules and add up to what the quotation says. */
class FocusQuotationTest {
    private static final Catalog SHIPPED = Quotations.shipped();
    private static final BigDecimal CUT = new BigDecimal("0.000000001");

    static LongStream seeds() {
        return LongStream.range(0, 250);
    }

    private static CsvFile read(Quotation quotation) {
        return CsvFile.read(written(FOCUS, quotation));
    }

    private static Quotation of(AgreedSpending agreement, QuotedGroup... groups) {
        return Quotations.quotation(List.of(groups), agreement, Quotations.document("USD", null), "1.2");
    }

    private static AgreedSpending committed(String provider, String amount, boolean paid) {
        return new AgreedSpending(List.of(new Commitment(provider, new BigDecimal(amount), paid, "A-17")), List.of());
    }

    private static QuotedGroup output(String price) {
        return group(
                1,
                List.of(line(
                        "1.1",
                        CostPartKind.CALLS,
                        "openai",
                        LineCode.INFERENCE_OUTPUT,
                        1,
                        3,
                        "70000000",
                        Unit.TOKEN,
                        1_000_000,
                        "15.00",
                        price)),
                months("1000", "2000", "4000"));
    }

    /** The example of the facts: 1,872 examples of 1,000 tokens, 3 epochs; OA-PRICE-25: 25.00. */
    private static Quotation example(String focusVersion) {
        TrainingRequest training = TrainingRequest.of(
                "openai/gpt-4o-2024-08-06",
                new DatasetSummary(
                        Range.exactly(1_872), Range.exactly(BigDecimal.valueOf(1_000)), null, null, null, null),
                3);
        QuotationRequest request = new QuotationRequest(
                List.of(new CostQuestion(CostKind.TRAINING, training, null)), null, null, focusVersion, DAY);
        List<CostAnswer> answers = Quoting.answers(SHIPPED, request, DAY);
        return Quoting.of(SHIPPED, request, DAY, answers, List.of(ID)).withId(ID);
    }

    @Test
    void theForecastRowOfTheFactsIsWritten() {
        assertThat(read(example(null)).rows()).singleElement().satisfies(row -> assertThat(row)
                .contains(
                        entry("BilledCost", "140.40"),
                        entry("EffectiveCost", "140.40"),
                        entry("ListCost", "140.40"),
                        entry("ContractedCost", "140.40"),
                        entry("BillingAccountId", "estimate"),
                        entry("BillingAccountName", ""),
                        entry("BillingCurrency", "USD"),
                        entry("BillingPeriodStart", "2026-11-01T00:00:00Z"),
                        entry("BillingPeriodEnd", "2026-12-01T00:00:00Z"),
                        entry("ChargePeriodStart", "2026-11-23T00:00:00Z"),
                        entry("ChargePeriodEnd", "2026-11-24T00:00:00Z"),
                        entry("ChargeCategory", "Usage"),
                        entry("ChargeClass", ""),
                        entry("ChargeFrequency", "Usage-Based"),
                        entry("ChargeDescription", "Forecast: Training: tokens of the dataset x epochs"),
                        entry("ConsumedQuantity", "5616000"),
                        entry("ConsumedUnit", "Tokens"),
                        entry("PricingQuantity", "5.616"),
                        entry("PricingUnit", "1000000 Tokens"),
                        entry("ListUnitPrice", "25.00"),
                        entry("ContractedUnitPrice", "25.00"),
                        entry("PricingCategory", "Standard"),
                        entry("PricingCurrency", "USD"),
                        entry("ProviderName", "OpenAI"),
                        entry("PublisherName", "OpenAI"),
                        entry("InvoiceIssuerName", "OpenAI"),
                        entry("ServiceCategory", "AI and Machine Learning"),
                        entry("ServiceSubcategory", "Generative AI"),
                        entry("ServiceName", "OpenAI Fine-tuning"),
                        entry("SkuId", "openai/gpt-4o-2024-08-06/training.tokens"),
                        entry("SkuMeter", "Training Tokens"),
                        entry("InvoiceId", ""),
                        entry("Tags", "{\"scenario\":\"base\"}"),
                        entry("x_RecordType", "Forecast"),
                        entry("x_EstimateId", ID),
                        entry("x_QuotationId", ID),
                        entry("x_LineId", "1.1"),
                        entry("x_LineCode", "training.tokens"),
                        entry("x_PriceAsOf", "2025-08-10"),
                        entry("x_PriceGrade", "official-copy"),
                        entry("x_AmountLow", "140.40"),
                        entry("x_AmountHigh", "140.40"),
                        entry("x_CatalogVersion", SHIPPED.version())));
    }

    @Test
    void version14SaysWhoServesAndWhoHosts() {
        CsvFile csv = read(Quotations.whole("1.4"));
        assertThat(csv.header())
                .contains("ServiceProviderName", "HostProviderName")
                .doesNotContain("ProviderName", "PublisherName", "InvoiceId");
        assertThat(csv.rows())
                .extracting(row -> row.get("ServiceProviderName"), row -> row.get("HostProviderName"))
                .contains(tuple("OpenAI", ""), tuple("Microsoft Azure", "Microsoft Azure"), tuple("self-hosted", ""))
                .doesNotContain(tuple("OpenAI", "OpenAI"));
    }

    /** 1,000, 2,000 and 4,000 of 7,000 requests, and the month of the service as the period. */
    @Test
    void callsAreBilledByTheMonthInProportionToRequests() {
        assertThat(read(of(AgreedSpending.NONE, output("14.00"))).rows())
                .extracting(
                        row -> row.get("BillingPeriodStart"),
                        row -> row.get("ChargePeriodEnd"),
                        row -> row.get("ConsumedQuantity"),
                        row -> row.get("ContractedCost"),
                        row -> row.get("ListCost"))
                .containsExactly(
                        tuple("2026-11-23T00:00:00Z", "2026-12-23T00:00:00Z", "10000000", "140.00", "150.00"),
                        tuple("2026-12-23T00:00:00Z", "2027-01-23T00:00:00Z", "20000000", "280.00", "300.00"),
                        tuple("2027-01-23T00:00:00Z", "2027-02-23T00:00:00Z", "40000000", "560.00", "600.00"));
    }

    @Test
    void timeIsBilledEvenlyWhateverTheRequests() {
        CsvFile csv = read(Quotations.whole("1.2"));
        assertThat(csv.rows().stream().filter(row -> row.get("x_LineCode").equals("hosting")))
                .extracting(row -> row.get("PricingQuantity"), row -> row.get("PricingUnit"))
                .containsOnly(tuple("730", "Hours"))
                .hasSize(3);
        assertThat(csv.rows().stream().filter(row -> row.get("x_LineCode").equals("storage")))
                .extracting(
                        row -> row.get("PricingQuantity"),
                        row -> row.get("PricingUnit"),
                        row -> row.get("ChargeFrequency"))
                .containsOnly(tuple("1", "Months", "Recurring"))
                .hasSize(3);
        assertThat(csv.rows().stream().filter(row -> row.get("x_LineCode").equals("serving.gpu-hours")))
                .extracting(
                        row -> row.get("ServiceCategory"),
                        row -> row.get("ServiceSubcategory"),
                        row -> row.get("PricingUnit"),
                        row -> row.get("SkuMeter"),
                        row -> row.get("ChargePeriodStart"))
                .containsExactly(
                        tuple("Compute", "Virtual Machines", "GPU-Hours", "Serving GPU Hours", "2026-12-23T00:00:00Z"));
    }

    /** Agreed are 500: 140, 280 and 80 of the third month's 560, which are 40 x 80 / 560 of its tokens, an endless decimal. */
    @Test
    void anAgreedAmountCoversWhatComesFirstAndSplitsARow() {
        CsvFile csv = read(of(committed("openai", "500", false), output("14.00")));
        assertThat(csv.rows())
                .extracting(
                        row -> row.get("ChargeCategory"),
                        row -> row.get("CommitmentDiscountStatus"),
                        row -> row.get("PricingCategory"),
                        row -> row.get("CommitmentDiscountQuantity"),
                        row -> row.get("BilledCost"),
                        row -> row.get("EffectiveCost"))
                .containsExactly(
                        tuple("Usage", "Used", "Committed", "140", "0.00", "140.00"),
                        tuple("Usage", "Used", "Committed", "280", "0.00", "280.00"),
                        tuple("Usage", "Used", "Committed", "80", "0.00", "80.00"),
                        tuple("Usage", "", "Standard", "", "480.00", "480.00"),
                        tuple("Purchase", "", "Standard", "500", "500.00", "0.00"));
        assertThat(csv.rows().subList(2, 4))
                .extracting(row -> row.get("x_LineId"))
                .containsOnly("1.1");
        Map<String, String> part = csv.rows().get(2);
        assertThat(new BigDecimal(part.get("PricingQuantity")))
                .isBetween(new BigDecimal("5.714285714285"), new BigDecimal("5.714285714286"));
        assertThat(new BigDecimal(part.get("ContractedCost"))
                        .subtract(new BigDecimal("80"))
                        .abs())
                .isLessThan(CUT);
        assertThat(csv.sum("PricingQuantity", "ChargeCategory", "Usage")).isEqualByComparingTo("70");
    }

    @Test
    void whatIsLeftOfAnAgreedAmountIsUnusedInTheLastPeriod() {
        CsvFile csv = read(of(committed("openai", "1000", true), output("14.00")));
        assertThat(csv.rows()).noneMatch(row -> row.get("ChargeCategory").equals("Purchase"));
        assertThat(csv.rows().get(3))
                .contains(
                        entry("ChargeCategory", "Usage"),
                        entry("CommitmentDiscountStatus", "Unused"),
                        entry("CommitmentDiscountId", "A-17"),
                        entry("CommitmentDiscountCategory", "Spend"),
                        entry("CommitmentDiscountQuantity", "20"),
                        entry("CommitmentDiscountUnit", "USD"),
                        entry("BilledCost", "0.00"),
                        entry("EffectiveCost", "20.00"),
                        entry("ConsumedQuantity", ""),
                        entry("ResourceId", "A-17"),
                        entry("BillingPeriodStart", "2027-01-23T00:00:00Z"),
                        entry("BillingPeriodEnd", "2027-02-23T00:00:00Z"));
    }

    /** 20.001 are left of openai's part; of 700 each provider takes what is open there. */
    @Test
    void creditsAreNegativeAndStandWhereTheyAreTaken() {
        QuotedLine own = line(
                "1.2", CostPartKind.TRAINING, null, LineCode.TRAINING_LABOR, 0, 0, "2", Unit.HOUR, 1, null, "80.00");
        QuotedLine azure =
                line("1.3", CostPartKind.CALLS, "azure", LineCode.HOSTING, 0, 0, "100", Unit.HOUR, 1, "1.00", "1.00");
        QuotedLine openai =
                line("1.1", CostPartKind.CALLS, "openai", LineCode.HOSTING, 0, 0, "50", Unit.HOUR, 1, "1.00", "1.00");
        CsvFile csv = read(of(
                new AgreedSpending(
                        List.of(),
                        List.of(
                                new Credit("openai", new BigDecimal("20"), "promotional"),
                                new Credit(null, new BigDecimal("200"), null))),
                group(1, List.of(openai, own, azure), List.of())));
        assertThat(csv.rows().stream().filter(row -> row.get("ChargeCategory").equals("Credit")))
                .extracting(
                        row -> row.get("ProviderName"),
                        row -> row.get("BilledCost"),
                        row -> row.get("EffectiveCost"),
                        row -> row.get("ContractedCost"),
                        row -> row.get("x_LineId"))
                .containsExactly(
                        tuple("OpenAI", "-20.00", "-20.00", "-20.00", "0.1"),
                        tuple("OpenAI", "-30.00", "-30.00", "-30.00", "0.2"),
                        tuple("self-hosted", "-160.00", "-160.00", "-160.00", "0.2"),
                        tuple("Microsoft Azure", "-10.00", "-10.00", "-10.00", "0.2"));
    }

    /** A price is never negative: what is free is a credit of a negative quantity. */
    @Test
    void aDeductionIsACreditAtItsPrice() {
        assertThat(read(Quotations.whole("1.2")).rows().stream()
                        .filter(row -> row.get("x_LineCode").equals("training.free-tokens")))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains(
                                entry("ChargeCategory", "Credit"),
                                entry("PricingQuantity", "-1"),
                                entry("ListUnitPrice", "25.00"),
                                entry("ListCost", "-25.00"),
                                entry("ContractedCost", "-25.00"),
                                entry("BilledCost", "-25.00"),
                                entry("EffectiveCost", "-25.00"),
                                entry("ConsumedQuantity", "")));
    }

    @Test
    void ownWorkIsOfNoProvider() {
        assertThat(read(Quotations.whole("1.2")).rows().stream()
                        .filter(row -> row.get("x_LineCode").equals("training.labor")))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains(
                                entry("ProviderName", "self-hosted"),
                                entry("InvoiceIssuerName", "self-hosted"),
                                entry("ServiceCategory", "Other"),
                                entry("ServiceName", "Own Work"),
                                entry("ListUnitPrice", "80.003"),
                                entry("x_ListPriceKnown", "false")));
    }

    @Test
    void whatRoundingLeavesIsAnAdjustment() {
        Quotation quotation = Quotations.whole("1.2");
        assertThat(read(quotation).rows().stream()
                        .filter(row -> row.get("ChargeCategory").equals("Adjustment")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(new BigDecimal(row.get("BilledCost")))
                            .isEqualByComparingTo(quotation
                                    .totals()
                                    .payable()
                                    .subtract(quotation.totals().total().expected()));
                    assertThat(row.get("EffectiveCost")).isEqualTo(row.get("BilledCost"));
                    assertThat(row.get("SkuId")).isEmpty();
                });
    }

    @Test
    void accountsAndIssuersAreThoseOfTheDocument() {
        DocumentDetails document = new DocumentDetails(
                "Q-1",
                DAY,
                null,
                new Party("Example \"Ltd\"", "10-7"),
                new Party("Reseller", null),
                "JPY",
                new ExchangeRate(new BigDecimal("150.5"), DAY, "=treasury"),
                null,
                "a\"b\\c",
                null,
                "81112000");
        CsvFile csv = read(Quotations.quotation(List.of(output("14.00")), AgreedSpending.NONE, document, "1.2"));
        assertThat(csv.rows().get(0))
                .contains(
                        entry("BillingAccountId", "10-7"),
                        entry("BillingAccountName", "Example \"Ltd\""),
                        entry("InvoiceIssuerName", "Reseller"),
                        entry("ProviderName", "OpenAI"),
                        entry("BillingCurrency", "JPY"),
                        entry("PricingCurrency", "USD"),
                        entry("Tags", "{\"costCenter\":\"a\\\"b\\\\c\",\"scenario\":\"base\"}"),
                        entry("x_ExchangeRate", "150.5"),
                        entry("x_ExchangeRateSource", "'=treasury"));
        assertThat(csv.sum("BilledCost").stripTrailingZeros().scale()).isLessThanOrEqualTo(0);
    }

    @Test
    void theFileSaysThatItIsAForecast() {
        assertThat(FOCUS.mediaType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(FOCUS.fileName(Quotations.whole("1.2"))).isEqualTo("Q-1-forecast.focus.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.4"})
    void theExampleKeepsTheRules(String version) {
        assertThat(FocusRules.violations(version, read(example(version)))).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyQuotationKeepsTheRules(long seed) {
        Quotation quotation = Quotations.drawn(seed);
        assertThat(FocusRules.violations(quotation.focusVersion(), read(quotation)))
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rowsAddUpToTheTotals(long seed) {
        Quotation quotation = Quotations.drawn(seed);
        QuotedTotals totals = quotation.totals();
        CsvFile csv = read(quotation);
        assertThat(csv.sum("BilledCost")).isEqualByComparingTo(totals.payable());
        assertThat(csv.sum("EffectiveCost"))
                .isEqualByComparingTo(totals.effective().add(csv.sum("EffectiveCost", "x_LineCategory", "rounding")));
        assertThat(csv.sum("ContractedCost", "x_LineCategory", "usage"))
                .isEqualByComparingTo(totals.contracted().expected());
        if (totals.list() != null) {
            assertThat(csv.sum("ListCost", "x_LineCategory", "usage")).isEqualByComparingTo(totals.list());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theRowsOfALineAddUpToIt(long seed) {
        Quotation quotation = Quotations.drawn(seed);
        CsvFile csv = read(quotation);
        quotation.groups().stream().flatMap(group -> group.lines().stream()).forEach(line -> {
            assertThat(csv.sum("ContractedCost", "x_LineId", line.id()))
                    .as(line.id())
                    .isEqualByComparingTo(line.amount().expected());
            assertThat(csv.sum("PricingQuantity", "x_LineId", line.id()))
                    .as(line.id())
                    .isEqualByComparingTo(line.quantity().divide(line.per()));
            isAbout(csv.sum("x_AmountLow", "x_LineId", line.id()), line.amount().low());
            isAbout(
                    csv.sum("x_AmountHigh", "x_LineId", line.id()),
                    line.amount().high());
        });
    }

    private static void isAbout(BigDecimal sum, BigDecimal bound) {
        assertThat(sum.subtract(bound).abs()).isLessThan(new BigDecimal("0.000001"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tagsAreTheTextsThatWereSaid(long seed) throws Exception {
        Quotation quotation = Quotations.drawn(seed);
        String said = quotation.document().costCenter();
        for (Map<String, String> row : read(quotation).rows()) {
            if (!row.get("Tags").isEmpty()) {
                assertThat(new ObjectMapper()
                                .readTree(row.get("Tags"))
                                .path("costCenter")
                                .asText(null))
                        .isEqualTo(said);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partsAddUpToTheWholeAndNoneIsBelowNothing(long seed) {
        Random random = new Random(seed);
        BigDecimal whole = BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(20));
        List<BigDecimal> weights = IntStream.range(0, 1 + random.nextInt(40))
                .mapToObj(i -> random.nextInt(4) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(999), 2))
                .toList();
        List<BigDecimal> parts = ExactParts.of(whole, weights);
        assertThat(parts).hasSameSizeAs(weights).allMatch(part -> part.signum() >= 0);
        assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(whole);
        assertThat(ExactParts.of(whole.negate(), weights))
                .extracting(BigDecimal::negate)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(parts);
    }

    @ParameterizedTest
    @CsvSource({"10,1;1;1,3.333333333333;3.333333333333;3.333333333334", "7,1;2;4,1;2;4", "6,0;0,3;3", "5,0;1,0;5"})
    void partsAreInProportion(BigDecimal whole, String weights, String parts) {
        assertThat(ExactParts.of(whole, decimals(weights)))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(decimals(parts));
    }

    private static List<BigDecimal> decimals(String all) {
        return Stream.of(all.split(";")).map(BigDecimal::new).toList();
    }
}

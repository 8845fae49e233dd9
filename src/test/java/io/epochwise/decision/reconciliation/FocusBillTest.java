package io.epochwise.decision.reconciliation;

import io.epochwise.decision.CostKind;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.decision.reconciliation.Bills.BUILT_IN;
import static io.epochwise.decision.reconciliation.Bills.breeds;
import static io.epochwise.decision.reconciliation.Bills.focus;
import static io.epochwise.decision.reconciliation.Bills.job;
import static io.epochwise.decision.reconciliation.Bills.reconcile;
import static io.epochwise.decision.reconciliation.Bills.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Bills as FOCUS has them. */
class FocusBillTest {
    private static final String NAMES =
            "BilledCost,EffectiveCost,ContractedCost,ListCost,BillingCurrency,ChargeCategory,"
                    + "ChargeClass,ChargeDescription,ChargePeriodStart,ChargePeriodEnd,PricingQuantity,PricingUnit,SkuMeter";

    private static final String PERIOD = "2026-01-01T00:00:00Z,2026-01-02T00:00:00Z";

    private static final TrainingRequest HOSTED =
            job("acme/single", text(1000, "1000"), 3, null, null, null, null, null, "100");

    private static String charge(String cost, String category, String quantity, String unit, String meter) {
        return String.join(",", cost, cost, cost, cost, "USD", category, "", "a charge", PERIOD, quantity, unit, meter);
    }

    private static String csv(String... rows) {
        return NAMES + "\r\n" + String.join("\r\n", rows) + "\r\n";
    }

    private static Reconciliation read(String text) {
        return reconcile(HOSTED, focus(text));
    }

    private static Violation fault(String text) {
        List<Violation> faults = catchThrowableOfType(InvalidInputException.class, () -> read(text))
                .violations();
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).field()).isEqualTo("actual.focus");
        return faults.get(0);
    }

    /** The job that Microsoft published, as a row of a bill: the meter's name and unit are those of MS-BREED. */
    @Test
    void theBilledVisionJobIsReadFromItsMeter() {
        Reconciliation answer = reconcile(
                BUILT_IN,
                CostKind.TRAINING,
                breeds("497.2917"),
                focus(csv(charge("157.44", "Usage", "5725", "1000 Tokens", "gpt-4o-0806-FT-Trng-regnl tkn Tokens"))));
        assertThat(answer.tokens().actual()).isEqualTo("5725000");
        assertThat(answer.total().actual()).isEqualTo("157.44");
        assertThat(answer.causes().get(0).code()).isEqualTo(BillingCauseCode.MESSAGE_OVERHEAD);
        assertThat(answer.causes().get(0).confidence()).isEqualTo(Confidence.EXACT);
    }

    @Test
    void creditsTaxesAndAdjustmentsAreApart() {
        Reconciliation answer = read(csv(
                charge("30.00", "Usage", "3000000", "Tokens", "Training Tokens"),
                charge("170.00", "Usage", "100", "Hours", "Hosting"),
                charge("38.00", "Tax", "", "", ""),
                charge("-20.00", "Credit", "", "", ""),
                charge("-1.50", "Adjustment", "", "", "")));
        assertThat(answer.total().actual()).isEqualTo("200.00");
        assertThat(answer.total().difference()).isZero();
        assertThat(answer.focus().rows()).isEqualTo(5);
        assertThat(answer.focus().apart())
                .containsExactly(
                        new FocusTotals.Apart("Adjustment", 1, new BigDecimal("-1.50")),
                        new FocusTotals.Apart("Credit", 1, new BigDecimal("-20.00")),
                        new FocusTotals.Apart("Tax", 1, new BigDecimal("38.00")));
        assertThat(answer.causes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"238.00, Tax", "180.00, Credit", "218.00, 'Credit, Tax'"})
    void anAmountThatHoldsThemIsExplainedByThem(String amount, String categories) {
        String text = csv(
                charge("30.00", "Usage", "3000000", "Tokens", "Training Tokens"),
                charge("170.00", "Usage", "100", "Hours", "Hosting"),
                charge("38.00", "Tax", "", "", ""),
                charge("-20.00", "Credit", "", "", ""));
        Reconciliation answer = reconcile(HOSTED, new Actual(null, new BigDecimal(amount), null, null, text, null));
        assertThat(answer.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.code()).isEqualTo(BillingCauseCode.TAX);
            assertThat(cause.text()).endsWith(": " + categories + ".");
            assertThat(cause.formula()).endsWith("= " + amount);
        });
    }

    @Test
    void columnsStandInAnyOrderAndOthersAreLeftAlone() {
        String text =
                "\uFEFFx_LineCode,SkuMeter,Tags,PricingUnit,PricingQuantity,ConsumedUnit,ConsumedQuantity,ChargePeriodEnd,"
                        + "ChargePeriodStart,ChargeDescription,ChargeClass,ChargeCategory,BillingCurrency,ListCost,ContractedCost,"
                        + "EffectiveCost,BilledCost,HostProviderName\n"
                        + "training.tokens,Hosting,\"{\"\"a\"\":\"\"b, c\"\"}\",1000000 Tokens,3,Tokens,3000000,2026-01-02T00:00:00Z,"
                        + "2026-01-01T00:00:00Z,\"two\nlines\",NULL,Usage,USD,3E+1,30,30,30.00,NULL\n";
        Reconciliation answer = read(text);
        assertThat(answer.lines()).singleElement().satisfies(line -> {
            assertThat(line.code()).isEqualTo("training.tokens");
            assertThat(line.actual()).isEqualTo(new MeteredAmount(new BigDecimal("3000000"), new BigDecimal("30.00")));
        });
    }

    @Test
    void aCorrectionOfAnEarlierBillIsApart() {
        String correction = charge("-5.00", "Usage", "1", "Hours", "Hosting").replace("Usage,,", "Usage,Correction,");
        Reconciliation answer = read(csv(charge("30.00", "Usage", "3000000", "Tokens", "training"), correction));
        assertThat(answer.focus().apart())
                .extracting(FocusTotals.Apart::category)
                .containsExactly("Correction");
        assertThat(answer.total().actual()).isEqualTo("30.00");
    }

    @Test
    void whatMatchesNothingIsListedByItsLine() {
        Reconciliation answer = read(csv(
                charge("30.00", "Usage", "3000000", "Tokens", "training"),
                charge("1.00", "Usage", "7", "GB-Months", "Blob Storage")));
        assertThat(answer.unmatchedActual()).singleElement().satisfies(row -> {
            assertThat(row.place()).isEqualTo("actual.focus line 3");
            assertThat(row.amount()).isEqualTo("1.00");
        });
        assertThat(answer.warnings())
                .extracting(ReconciliationWarning::code)
                .contains(ReconciliationWarningCode.UNIT_UNKNOWN, ReconciliationWarningCode.UNMATCHED_ROWS);
    }

    @Test
    void aDiscountThatTheBillStatesIsTold() {
        String listed = charge("27.77", "Usage", "3000000", "Tokens", "training")
                .replaceFirst("27.77,27.77,27.77,27.77", "27.77,27.77,27.77,30.00");
        assertThat(read(csv(listed, charge("170", "Usage", "100", "Hours", "hosting")))
                        .causes())
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.code()).isEqualTo(BillingCauseCode.DISCOUNT);
                    assertThat(cause.amount()).isEqualTo("-2.23");
                });
    }

    @Test
    void columnsThatAreMissingAreNamed() {
        assertThat(fault("BilledCost,ListCost\n1,1\n").message())
                .startsWith("line 1: lacks the columns EffectiveCost, ContractedCost, BillingCurrency");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "cost      | one,1,1,1,USD,Usage,,x,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1,Tokens,training | line 2: BilledCost must be a decimal",
                "no cost   | NULL,1,1,1,USD,Usage,,x,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1,Tokens,training | line 2: BilledCost must be given",
                "digits    | 1e20000,1,1,1,USD,Usage,,x,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1,Tokens,training | line 2: BilledCost must",
                "decimals  | 1.0000000000000000001,1,1,1,USD,Usage,,x,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1,Tokens,t | line 2: BilledCost must have at most",
                "currency  | 1,1,1,1,EUR,Usage,,x,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1,Tokens,training | line 2: BillingCurrency must be USD",
                "category  | 1,1,1,1,USD,Gift,,x,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1,Tokens,training | line 2: ChargeCategory must be one of",
                "date      | 1,1,1,1,USD,Usage,,x,1/1/26,2026-01-02T00:00:00Z,1,Tokens,training | line 2: ChargePeriodStart must be a time",
                "fields    | 1,1,1,1,USD,Usage | line 2: has 6 fields, and the row of names has 13",
                "quotes    | \"1,1,1,1,USD,Usage | line 2: is not CSV",
            })
    void aRowThatCannotBeReadIsNamedByItsLine(String name, String row, String message) {
        Violation fault = fault(NAMES + "\n" + row + "\n");
        assertThat(fault.message()).startsWith(message);
    }

    @Test
    void aLineAfterATextOfTwoLinesHasItsOwnNumber() {
        String twoLines = charge("1", "Usage", "1", "Tokens", "training").replace("a charge", "\"a\ncharge\"");
        assertThat(fault(csv(twoLines, charge("x", "Usage", "1", "Tokens", "training")))
                        .message())
                .startsWith("line 4: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void nothingIsNoBill(String text) {
        assertThat(fault(text).message()).contains("must have a row of column names");
        assertThat(fault(csv()).message()).contains("must have at least one row");
    }

    @Test
    void tooMuchIsRefused() {
        String row = charge("1", "Usage", "1", "Tokens", "training");
        String many = IntStream.range(0, 10_000).mapToObj(i -> row).collect(Collectors.joining("\n"));
        assertThat(fault(NAMES + "\n" + many).message()).isEqualTo("must have at most 5000 rows");
        assertThat(fault("x".repeat(FocusBillReader.MOST_CHARACTERS + 1)).message())
                .isEqualTo("must have at most 4194304 characters");
    }

    @Test
    void manyWrongRowsAreNotAllTold() {
        String wrong = charge("x", "Usage", "1", "Tokens", "training");
        String many = IntStream.range(0, 100).mapToObj(i -> wrong).collect(Collectors.joining("\n"));
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> read(NAMES + "\n" + many))
                        .violations())
                .hasSize(20);
    }

    /** What a spreadsheet would run is a text like any other here, and no answer shows it. */
    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"http://evil.example\")", "+1", "@SUM(A1)", "-2+3", "a\u0000b\u0007", "\u202Egnp"})
    void formulasAndControlCharactersAreData(String description) {
        String quoted = '"' + description.replace("\"", "\"\"") + '"';
        Reconciliation answer = read(csv(
                charge("30.00", "Usage", "3000000", "Tokens", "training").replace("a charge", quoted),
                charge("9.00", "Usage", "1", "Tokens", quoted)));
        assertThat(answer.unmatchedActual()).hasSize(1);
        assertThat(answer.toString()).doesNotContain(description);
    }
}

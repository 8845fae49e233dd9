package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Meter;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.decision.CostKind;
import io.epochwise.decision.CostQuestion;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.LineCode;
import io.epochwise.estimate.OwnPrice;
import io.epochwise.estimate.PriceOverrides;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.estimate.Workload;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.decision.reconciliation.Bills.ACME;
import static io.epochwise.decision.reconciliation.Bills.BUILT_IN;
import static io.epochwise.decision.reconciliation.Bills.TODAY;
import static io.epochwise.decision.reconciliation.Bills.amount;
import static io.epochwise.decision.reconciliation.Bills.bill;
import static io.epochwise.decision.reconciliation.Bills.breeds;
import static io.epochwise.decision.reconciliation.Bills.decimal;
import static io.epochwise.decision.reconciliation.Bills.job;
import static io.epochwise.decision.reconciliation.Bills.range;
import static io.epochwise.decision.reconciliation.Bills.reconcile;
import static io.epochwise.decision.reconciliation.Bills.row;
import static io.epochwise.decision.reconciliation.Bills.rows;
import static io.epochwise.decision.reconciliation.Bills.text;
import static io.epochwise.decision.reconciliation.Bills.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/** How bills are matched with lines, what is made of the difference, and what is to be asked the next time. */
class ReconcilingTest {
    private static final TrainingRequest HOSTED =
            job("acme/single", text(1000, "1000"), 3, null, null, null, null, null, "100");

    private static final Workload CALLS = new Workload(
            Range.exactly(1000),
            null,
            Range.exactly(200),
            null,
            Range.exactly(100),
            List.of(),
            Range.exactly(50),
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    private static InferenceRequest calls(Workload workload) {
        return InferenceRequest.of("acme/single", workload);
    }

    private static ActualUsage meter(String meter, String quantity, String unit, String from, String to) {
        return new ActualUsage(
                null,
                meter,
                decimal(quantity),
                unit,
                null,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }

    private static List<Violation> faults(Actual actual) {
        return catchThrowableOfType(InvalidInputException.class, () -> reconcile(HOSTED, actual))
                .violations();
    }

    @Test
    void rowsAreMatchedByLineAndTheRestIsNotBilled() {
        Reconciliation answer = reconcile(HOSTED, rows(row(LineCode.TRAINING_TOKENS, "3100000", "30.00")));
        assertThat(answer.lines()).singleElement().satisfies(line -> {
            assertThat(line.code()).isEqualTo("training.tokens");
            assertThat(line.estimated()).isEqualTo(new MeteredAmount(decimal("3000000"), decimal("30.00")));
            assertThat(line.actual()).isEqualTo(new MeteredAmount(decimal("3100000"), decimal("30.00")));
            assertThat(line.difference()).isEqualTo("0.00");
            assertThat(line.quantityDifference()).isEqualTo("1.00");
            assertThat(line.priceDifference()).isEqualTo("-1.00");
        });
        assertThat(answer.notBilled()).extracting(ReconciledLine::code).containsExactly("hosting");
        assertThat(answer.notBilled().get(0).actual()).isNull();
        assertThat(answer.total().actual()).isEqualTo("30.00");
    }

    @ParameterizedTest
    @CsvSource({
        "training, hosting",
        "Training Tokens, Hosting Hours",
        "gpt-4o-0806-FT-Trng-regnl tkn Tokens, gpt-4o-0806-FT-Hosting-regnl Unit",
        "training.tokens, hosting"
    })
    void metersGoByTheNamesThatBillsHave(String training, String hosting) {
        Reconciliation answer = reconcile(
                HOSTED,
                rows(meter(training, "3000", "1K Tokens", null, null), meter(hosting, "100", "Hours", null, null)));
        assertThat(answer.unmatchedActual()).isEmpty();
        assertThat(answer.lines()).allSatisfy(line -> assertThat(line.actual().quantity())
                .isEqualByComparingTo(line.estimated().quantity()));
    }

    @Test
    void whatMatchesNothingIsListed() {
        Reconciliation answer = reconcile(
                HOSTED,
                rows(
                        row(LineCode.TRAINING_TOKENS, "3000000", "30.00"),
                        row(LineCode.STORAGE, "1", "5.00"),
                        new ActualUsage(null, "something else", decimal("1"), null, decimal("7.00"), null, null),
                        new ActualUsage(LineCode.HOSTING, null, decimal("3"), "tokens", decimal("8.00"), null, null)));
        assertThat(answer.unmatchedActual())
                .extracting(UnmatchedActual::place, UnmatchedActual::amount)
                .containsExactly(
                        tuple("actual.usage[1]", decimal("5.00")),
                        tuple("actual.usage[2]", decimal("7.00")),
                        tuple("actual.usage[3]", decimal("8.00")));
        assertThat(answer.unmatchedActual())
                .extracting(UnmatchedActual::reason)
                .containsExactly(
                        "the estimate has no such line",
                        "its names do not say for certain which meter it is of",
                        "it counts token, and the line hour");
        assertThat(answer.total().actual()).isEqualTo("50.00");
        assertThat(answer.warnings())
                .extracting(ReconciliationWarning::code)
                .contains(ReconciliationWarningCode.UNMATCHED_ROWS);
    }

    /** The bill has one meter of input, the estimate two lines of it: 300,000 tokens. */
    @Test
    void linesOfAMeterAreTogetherWhereTheBillHasTheMeter() {
        Reconciliation answer = reconcile(
                ACME,
                CostKind.INFERENCE,
                calls(CALLS),
                rows(meter("input", "330000", null, null, null), meter("output", "50000", null, null, null)));
        assertThat(answer.lines()).extracting(ReconciledLine::code).containsExactly("input", "inference.output");
        assertThat(answer.lines().get(0).lines())
                .contains(LineCode.INFERENCE_STATIC_PROMPT, LineCode.INFERENCE_VARIABLE_PROMPT);
        assertThat(answer.tokens().actual()).isEqualTo("380000");
    }

    @Test
    void theNextRequestMeetsTheBillThatCalibratedIt() {
        Reconciliation answer = reconcile(BUILT_IN, CostKind.TRAINING, breeds("497.2917"), bill(5_725_000, "157.44"));
        assertThat(answer.calibration().factor()).isEqualTo("1.023967");
        assertThat(answer.calibration().low()).isNull();
        assertThat(answer.calibration().basis()).contains("5725000 / 5591000", "there is no range");
        assertThat(answer.calibration().use()).singleElement().satisfies(input -> {
            assertThat(input.field()).isEqualTo("dataset.textTokensPerExample");
            assertThat(input.value()).isEqualTo(range("511.354166"));
        });
        Reconciliation next = reconcile(
                BUILT_IN,
                CostKind.TRAINING,
                breeds(answer.calibration().use().get(0).value().expected().toPlainString()),
                bill(5_725_000, "157.44"));
        assertThat(next.tokens().difference()).isZero();
    }

    @Test
    void thePricePaidIsTheOwnPriceOfTheNextRequest() {
        TrainingRequest list = job("acme/single", text(1000, "1000"), 3);
        Reconciliation answer = reconcile(list, bill(3_000_000, "26.40"));
        CalibratedInput price = answer.calibration().use().get(1);
        assertThat(price.field()).isEqualTo("overrides.prices[].amount");
        assertThat(price.meter()).isEqualTo(Meter.TRAINING);
        assertThat(price.value().expected()).isEqualTo("8.80");
        TrainingRequest next = job(
                "acme/single",
                text(1000, "1000"),
                3,
                null,
                null,
                null,
                new PriceOverrides(
                        List.of(new OwnPrice(price.meter(), price.value().expected(), null)), null),
                null,
                null);
        assertThat(reconcile(next, bill(3_000_000, "26.40")).total().difference())
                .isZero();
    }

    @Test
    void anAmountAloneCorrectsThePrice() {
        Reconciliation answer = reconcile(HOSTED, amount("250.00"));
        assertThat(answer.calibration().factor()).isEqualTo("1.250000");
        assertThat(answer.calibration().use())
                .extracting(CalibratedInput::meter, input -> input.value().expected())
                .containsExactly(tuple(Meter.TRAINING, decimal("12.50")), tuple(Meter.HOSTING, decimal("2.125")));
    }

    /** 300 tokens an example are billed where images alone count 510, and 12 hours more of hosting at half the price. */
    @Test
    void eachLineIsCorrectedByItsOwnFigures() {
        TrainingRequest pictures =
                job("acme/single", Bills.images(100, "1000", "2", Detail.HIGH), 3, null, null, null, null, null, "100");
        Reconciliation answer = reconcile(
                pictures, rows(row(LineCode.TRAINING_TOKENS, "90600", "0.906"), row(LineCode.HOSTING, "112", "95.20")));
        assertThat(answer.calibration().use())
                .extracting(CalibratedInput::field, CalibratedInput::meter, input -> input.value()
                        .expected())
                .containsExactly(
                        tuple("overrides.prices[].amount", Meter.TRAINING, decimal("2.00")),
                        tuple("hostingHours", null, decimal("112.00")),
                        tuple("overrides.prices[].amount", Meter.HOSTING, decimal("0.85")));
    }

    /** 31 days at 10,000 and 28 at 12,500 tokens: the factor of all, and that of each month by the day. */
    @Test
    void periodsGiveTheFactorItsRange() {
        Reconciliation answer = reconcile(
                ACME,
                CostKind.INFERENCE,
                calls(CALLS),
                rows(
                        meter("output", "310000", null, "2026-01-01", "2026-02-01"),
                        meter("output", "350000", null, "2026-02-01", "2026-03-01")));
        Calibration calibration = answer.calibration();
        // 660,000 of 50,000; 660,000 / 59 days = 11,186.44 a day
        assertThat(calibration.factor()).isEqualTo("13.200000");
        assertThat(calibration.low()).isEqualTo("11.800000");
        assertThat(calibration.high()).isEqualTo("14.750000");
        assertThat(calibration.use()).singleElement().satisfies(input -> {
            assertThat(input.field()).isEqualTo("workload.outputTokens");
            assertThat(input.value()).isEqualTo(new Range(decimal("590"), decimal("660"), decimal("738")));
        });
    }

    @Test
    void whatCannotBeToldApartIsPutOnTheRequests() {
        long expected = reconcile(ACME, CostKind.INFERENCE, calls(CALLS), tokens(1))
                .tokens()
                .estimated()
                .longValueExact();
        Reconciliation answer = reconcile(ACME, CostKind.INFERENCE, calls(CALLS), tokens(2 * expected));
        assertThat(answer.calibration().factor()).isEqualTo("2.000000");
        assertThat(answer.calibration().use()).singleElement().satisfies(input -> {
            assertThat(input.field()).isEqualTo("workload.requestsPerMonth");
            assertThat(input.value()).isEqualTo(Range.exactly(2000));
        });
    }

    @Test
    void aProfileWhosePartsAreNotKnownSaysSo() {
        TrainingRequest unpriced = job("aws/amazon.nova-pro-v1:0", text(100, "1000"), 2);
        Reconciliation answer = reconcile(BUILT_IN, CostKind.TRAINING, unpriced, bill(200_000, "1.00"));
        assertThat(answer.total().estimated()).isNull();
        assertThat(answer.total().within()).isNull();
        assertThat(answer.warnings())
                .extracting(ReconciliationWarning::code)
                .contains(ReconciliationWarningCode.ESTIMATE_UNPRICED);
        assertThat(answer.tokens().difference()).isZero();
    }

    @Test
    void figuresThatDisagreeAreSaidTo() {
        Actual both = new Actual(
                2_000_000L, decimal("25"), "USD", List.of(row(LineCode.TRAINING_TOKENS, "3000000", "30")), null, null);
        assertThat(reconcile(HOSTED, both).warnings())
                .extracting(ReconciliationWarning::code)
                .contains(ReconciliationWarningCode.AMOUNTS_DISAGREE, ReconciliationWarningCode.TOKENS_DISAGREE);
    }

    @Test
    void aDayIsTakenForAQuestionThatNamesNone() {
        ReconciliationRequest request = new ReconciliationRequest(
                new CostQuestion(CostKind.TRAINING, job("acme/single", text(1000, "1000"), 3), null),
                amount("27.00"),
                LocalDate.parse("2024-06-01"));
        Reconciliation answer = Reconciling.of(ACME, request, TODAY).reconciliation();
        assertThat(answer.asOf()).isEqualTo("2024-06-01");
        assertThat(answer.total().difference()).isZero();
    }

    @Test
    void wrongInputIsNamed() {
        assertThat(faults(new Actual(null, null, null, null, null, 3L)))
                .extracting(Violation::field)
                .containsExactly("actual");
        assertThat(faults(tokens(-1))).extracting(Violation::field).containsExactly("actual.billedTokens");
        assertThat(faults(new Actual(1L, null, "EUR", null, null, null)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("actual.currency");
                    assertThat(fault.message()).contains("USD");
                });
        assertThat(faults(amount("1e18"))).extracting(Violation::field).containsExactly("actual.amount");
        assertThat(faults(rows(
                        new ActualUsage(null, null, decimal("1"), null, null, null, null),
                        new ActualUsage(LineCode.HOSTING, "hosting", decimal("1"), null, null, null, null),
                        row(LineCode.HOSTING, null, null),
                        row(LineCode.HOSTING, "-1e19", null),
                        meter("hosting", "1", "furlongs", null, null),
                        meter("hosting", "1", null, "2026-02-01", "2026-02-01"),
                        meter("h".repeat(201), "1", null, null, null))))
                .extracting(Violation::field)
                .containsExactly(
                        "actual.usage[0]",
                        "actual.usage[1]",
                        "actual.usage[2]",
                        "actual.usage[3].quantity",
                        "actual.usage[4].unit",
                        "actual.usage[5].to",
                        "actual.usage[6].meter",
                        "actual.usage");
        assertThat(faults(new Actual(
                        null,
                        null,
                        null,
                        new ArrayList<>(Collections.nCopies(1_001, row(LineCode.HOSTING, "1", null))),
                        null,
                        null)))
                .extracting(Violation::field)
                .containsExactly("actual.usage");
    }

    @Test
    void faultsOfTheQuestionNameTheirPlaceInTheWhole() {
        TrainingRequest wrong = job("acme/single", new DatasetSummary(null, range("1"), null, null, null, null), 1);
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> reconcile(wrong, tokens(1)))
                        .violations())
                .extracting(Violation::field)
                .containsExactly("request.request.dataset.examples");
        assertThat(catchThrowableOfType(
                                InvalidInputException.class,
                                () -> Reconciling.of(ACME, new ReconciliationRequest(null, null, null), TODAY))
                        .violations())
                .extracting(Violation::field)
                .containsExactly("request", "actual");
    }
}

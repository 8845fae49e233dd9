package io.epochwise.decision.reconciliation;

import io.epochwise.dataset.DatasetSummary;
import io.epochwise.decision.CostKind;
import io.epochwise.estimate.LineCode;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.token.image.Detail;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.decision.reconciliation.Bills.BUILT_IN;
import static io.epochwise.decision.reconciliation.Bills.amount;
import static io.epochwise.decision.reconciliation.Bills.bill;
import static io.epochwise.decision.reconciliation.Bills.breeds;
import static io.epochwise.decision.reconciliation.Bills.images;
import static io.epochwise.decision.reconciliation.Bills.job;
import static io.epochwise.decision.reconciliation.Bills.reconcile;
import static io.epochwise.decision.reconciliation.Bills.row;
import static io.epochwise.decision.reconciliation.Bills.rows;
import static io.epochwise.decision.reconciliation.Bills.text;
import static io.epochwise.decision.reconciliation.Bills.tokens;
import static org.assertj.core.api.Assertions.assertThat;

/** Bills that one thing explains, worked out by hand, and a bill that a vendor published. */
class BillingCausesTest {
    /** 100 examples of 1,000.5 tokens and two images at high (255 each), 3 epochs: 453,150 tokens. */
    private static final DatasetSummary PICTURES = images(100, "1000.5", "2", Detail.HIGH);

    private static BillingCause first(Reconciliation answer) {
        assertThat(answer.causes()).as(answer.warnings().toString()).isNotEmpty();
        return answer.causes().get(0);
    }

    private static void isExplained(
            Reconciliation answer, BillingCauseCode code, Confidence confidence, String tokens, String amount) {
        BillingCause cause = first(answer);
        assertThat(cause.code()).as(cause.toString()).isEqualTo(code);
        assertThat(cause.with()).isNull();
        assertThat(cause.confidence()).isEqualTo(confidence);
        assertThat(cause.tokens()).isEqualTo(Bills.decimal(tokens));
        assertThat(cause.amount()).isEqualTo(Bills.decimal(amount));
    }

    /** MS-BREED: 5,725,000 tokens and 157.44 were billed; counted with the packaging of messages that is what is estimated. */
    @Test
    void theBilledVisionJobIsAsEstimatedButForCents() {
        Reconciliation answer = reconcile(BUILT_IN, CostKind.TRAINING, breeds("511.2917"), bill(5_725_000, "157.44"));
        assertThat(answer.total().estimated().expected()).isEqualTo("157.4375");
        assertThat(answer.total().actual()).isEqualTo("157.44");
        assertThat(answer.total().difference()).isEqualTo("0.0025");
        assertThat(answer.total().within()).isTrue();
        assertThat(answer.tokens().difference()).isZero();
        assertThat(answer.lines()).singleElement().satisfies(line -> {
            assertThat(line.code()).isEqualTo("training.tokens");
            assertThat(line.quantityDifference()).isEqualTo("0.00");
            assertThat(line.priceDifference()).isEqualTo("0.0025");
        });
        assertThat(answer.causes()).hasSize(1);
        isExplained(answer, BillingCauseCode.ROUNDED_AMOUNT, Confidence.EXACT, null, "0.0025");
        assertThat(answer.calibration().factor()).isEqualTo("1.000000");
    }

    /** The same with the contents alone: 14 tokens an example are missing, 4 a message of three and 2. */
    @Test
    void theBilledVisionJobShowsWhatPackagingCounts() {
        Reconciliation answer = reconcile(BUILT_IN, CostKind.TRAINING, breeds("497.2917"), bill(5_725_000, "157.44"));
        assertThat(answer.tokens().estimated()).isEqualTo("5591000");
        isExplained(answer, BillingCauseCode.MESSAGE_OVERHEAD, Confidence.EXACT, "134000", "3.685");
        assertThat(first(answer).text()).contains("4 x 3 + 2 = 14 tokens");
        assertThat(first(answer).formula())
                .isEqualTo("(2387000.16 text + 408000 image + 67200 overhead) tokens x 2 epochs, in whole units of 1000"
                        + " = 5725000");
    }

    /** The README's own estimate was 585 tokens an example: nothing meets the bill exactly, and what is near is said to be. */
    @Test
    void theVendorsOwnEstimateIsNearWithPackagingOfTwoMessages() {
        Reconciliation answer = reconcile(BUILT_IN, CostKind.TRAINING, breeds("500"), bill(5_725_000, "157.44"));
        assertThat(answer.tokens().estimated()).isEqualTo("5616000");
        assertThat(answer.tokens().difference()).isEqualTo("109000");
        isExplained(answer, BillingCauseCode.MESSAGE_OVERHEAD, Confidence.NEAR, "96000", "2.64");
    }

    /** MS-CHART: trained_tokens 371,919,891 of a file of 495,893,188 bytes and 3 epochs. */
    @Test
    void trainedTokensOfImageFilesAreAQuarterOfTheirBytes() {
        TrainingRequest videos =
                job("azure/gpt-4o-2024-08-06", text(3_000, "2500"), 3, null, "global", null, null, "2025-05-01", null);
        Reconciliation answer = reconcile(
                BUILT_IN, CostKind.TRAINING, videos, new Actual(371_919_891L, null, null, null, null, 495_893_188L));
        BillingCause cause = first(answer);
        assertThat(cause.code()).isEqualTo(BillingCauseCode.FILE_BYTES);
        assertThat(cause.confidence()).isEqualTo(Confidence.EXACT);
        assertThat(cause.text()).contains("495893188 / 4 = 123973297");
        assertThat(cause.formula()).endsWith("(123973297 text + 0 image + 0 overhead) tokens x 3 epochs = 371919891");
    }

    /** acme/single, three epochs of PICTURES. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // whole thousands
        "BILLING_UNIT, 454000, 850, 0.0085",
        // whole millions
        "BILLING_UNIT, 1000000, 546850, 5.4685",
        // 3 x 4 + 2 = 14 an example
        "MESSAGE_OVERHEAD, 457350, 4200, 0.042",
        // 100 x 510 x 3 less
        "SKIPPED_IMAGES, 300150, -153000, -1.53",
        // 85 each at low: 100 x 2 x 170 x 3 less
        "IMAGE_DETAIL, 351150, -102000, -1.02",
        // 210 each as documented: 100 x 2 x 45 x 3 less
        "IMAGE_RULE, 426150, -27000, -0.27",
        // one epoch less, and seven in all
        "EPOCHS, 302100, -151050, -1.5105",
        "EPOCHS, 1057350, 604200, 6.042",
    })
    void aCountThatMeetsTheBillIsTold(BillingCauseCode code, long billed, String tokens, String amount) {
        isExplained(reconcile(job("acme/single", PICTURES, 3), tokens(billed)), code, Confidence.EXACT, tokens, amount);
    }

    /** The same bills in money: 10 a million. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "MESSAGE_OVERHEAD, 4.5735",
        "SKIPPED_IMAGES, 3.0015",
        "IMAGE_DETAIL, 3.5115",
        "EPOCHS, 3.021",
    })
    void theAmountAloneShowsItToo(BillingCauseCode code, String billed) {
        BillingCause cause = first(reconcile(job("acme/single", PICTURES, 3), amount(billed)));
        assertThat(cause.code()).isEqualTo(code);
        assertThat(cause.confidence()).isEqualTo(Confidence.EXACT);
        assertThat(cause.formula()).contains("/ 1000000 x 10.00 = " + billed);
    }

    /** Twelve images an example, ten of which are taken: 100 x 2 x 255 x 2 less. */
    @Test
    void imagesOverTheLimitAreSkipped() {
        TrainingRequest many = job("acme/single", images(100, "10", "12", Detail.HIGH), 2);
        isExplained(
                reconcile(many, tokens(512_000)),
                BillingCauseCode.SKIPPED_IMAGES,
                Confidence.EXACT,
                "-102000",
                "-1.02");
    }

    /** 20 x 1,000 tokens of validation, 3 epochs; acme/single bills them, acme/thousands does not. */
    @ParameterizedTest
    @CsvSource({
        "acme/single, 300000, -60000, -0.60",
        "acme/single, 320000, -40000, -0.40",
        "acme/thousands, 360000, 60000, 0.60",
        "acme/thousands, 320000, 20000, 0.20"
    })
    void validationIsBilledOrNot(String offering, long billed, String tokens, String amount) {
        TrainingRequest validated = job(offering, text(100, "1000"), 3, text(20, "1000"), null, null, null, null, null);
        isExplained(
                reconcile(validated, tokens(billed)),
                BillingCauseCode.VALIDATION_TOKENS,
                Confidence.EXACT,
                tokens,
                amount);
    }

    /** 9,000 tokens an example, 4,000 of which the context takes. */
    @Test
    void longExamplesMayBeBilledWhole() {
        isExplained(
                reconcile(job("acme/single", text(100, "9000"), 3), tokens(2_700_000)),
                BillingCauseCode.TRUNCATED_EXAMPLES,
                Confidence.EXACT,
                "1500000",
                "15.00");
    }

    /** 5,000,000 tokens, a million a day free: on one day by the estimate, on none or two by the bill. */
    @ParameterizedTest
    @CsvSource({"5000000, 1000000, 10.00", "3000000, -1000000, -10.00"})
    void aPromotionGivesMoreOrLess(long billed, String tokens, String amount) {
        Reconciliation answer = reconcile(job("acme/given", text(1000, "1000"), 5), tokens(billed));
        assertThat(answer.tokens().estimated()).isEqualTo("4000000");
        assertThat(answer.causes())
                .filteredOn(cause -> cause.code() == BillingCauseCode.FREE_TOKENS)
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.confidence()).isEqualTo(Confidence.EXACT);
                    assertThat(cause.tokens()).isEqualTo(tokens);
                    assertThat(cause.amount()).isEqualTo(amount);
                });
    }

    /** 3,000,000 tokens at 10: billed in another price class, region, or at a price of before; or with a discount. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "PRICE_CLASS, 24.00, -6.00",
        "PRICE_CLASS, 36.00, 6.00",
        "PRICE_DATE, 27.00, -3.00",
        "DISCOUNT, 25.50, -4.50",
        "HOSTING_HOURS, 40.20, 10.20",
    })
    void aPriceThatMeetsTheBillIsTold(BillingCauseCode code, String billed, String amount) {
        Reconciliation answer = reconcile(job("acme/single", text(1000, "1000"), 3), amount(billed));
        assertThat(answer.causes())
                .filteredOn(cause -> cause.code() == code && cause.with() == null)
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.confidence()).isEqualTo(Confidence.EXACT);
                    assertThat(cause.amount()).isEqualTo(amount);
                });
    }

    @Test
    void aPriceIsToldAtTheQuantityBilled() {
        Reconciliation answer = reconcile(job("acme/single", text(1000, "1000"), 3), bill(4_000_000, "32.00"));
        assertThat(answer.lines()).singleElement().satisfies(line -> {
            assertThat(line.difference()).isEqualTo("2.00");
            assertThat(line.quantityDifference()).isEqualTo("10.00");
            assertThat(line.priceDifference()).isEqualTo("-8.00");
        });
        assertThat(answer.causes())
                .extracting(BillingCause::code)
                .contains(BillingCauseCode.EPOCHS, BillingCauseCode.PRICE_CLASS);
    }

    @Test
    void aPercentageIsOffAllLinesOrOffNone() {
        TrainingRequest hosted = job("acme/single", text(1000, "1000"), 3, null, null, null, null, null, "100");
        Reconciliation all = reconcile(
                hosted,
                rows(row(LineCode.TRAINING_TOKENS, "3000000", "26.25"), row(LineCode.HOSTING, "100", "148.75")));
        isExplained(all, BillingCauseCode.DISCOUNT, Confidence.EXACT, null, "-25.00");
        assertThat(first(all).text()).contains("12.5 %");
        Reconciliation one = reconcile(
                hosted,
                rows(row(LineCode.TRAINING_TOKENS, "3000000", "26.25"), row(LineCode.HOSTING, "100", "170.00")));
        assertThat(one.causes()).isEmpty();
    }

    /** 100,000 tokens cost 1.00, and a job 4.00 at least. */
    @Test
    void theLeastAmountIsBilledOrNot() {
        isExplained(
                reconcile(job("acme/least", text(100, "1000"), 1), amount("1.00")),
                BillingCauseCode.MINIMUM_CHARGE,
                Confidence.EXACT,
                null,
                "-3.00");
        assertThat(reconcile(job("acme/least", text(1000, "1000"), 1), amount("4.00"))
                        .causes())
                .extracting(BillingCause::code)
                .contains(BillingCauseCode.MINIMUM_CHARGE);
    }

    @Test
    void hoursOfHostingAreCounted() {
        TrainingRequest hosted = job("acme/single", text(1000, "1000"), 3, null, null, null, null, null, "100");
        isExplained(
                reconcile(
                        hosted,
                        rows(
                                row(LineCode.TRAINING_TOKENS, "3000000", "30.00"),
                                row(LineCode.HOSTING, "148", "251.60"))),
                BillingCauseCode.HOSTING_HOURS,
                Confidence.EXACT,
                null,
                "81.60");
    }

    @Test
    void aLineMayNotBeBilledAtAll() {
        TrainingRequest hosted = job("acme/single", text(1000, "1000.3"), 3, null, null, null, null, null, "100.5");
        assertThat(reconcile(hosted, amount("30.009")).causes())
                .filteredOn(cause -> cause.code() == BillingCauseCode.LINE_NOT_BILLED)
                .singleElement()
                .satisfies(cause -> assertThat(cause.amount()).isEqualTo("-170.85"));
    }

    /** Packaging of three messages and whole thousands: neither alone meets 458,000. */
    @Test
    void twoCausesAreToldTogetherWhereNoneDoesAlone() {
        Reconciliation answer = reconcile(job("acme/single", PICTURES, 3), tokens(458_000));
        assertThat(answer.causes())
                .filteredOn(cause -> cause.with() != null)
                .isNotEmpty()
                .allSatisfy(cause -> {
                    assertThat(cause.confidence()).isEqualTo(Confidence.EXACT);
                    assertThat(cause.tokens()).isEqualTo("4850");
                    assertThat(cause.formula()).endsWith("= 458000");
                });
        assertThat(answer.causes()).anySatisfy(cause -> assertThat(List.of(cause.code(), cause.with()))
                .containsExactlyInAnyOrder(BillingCauseCode.BILLING_UNIT, BillingCauseCode.MESSAGE_OVERHEAD));
    }

    /** 303,000 tokens are whole thousands; with 14 more an example they are 307,242, which begin another. */
    @Test
    void whatChangesNothingAloneIsTriedWithOthers() {
        assertThat(reconcile(job("acme/single", text(101, "1000"), 3), tokens(308_000))
                        .causes())
                .anySatisfy(cause -> {
                    assertThat(List.of(cause.code(), cause.with() == null ? cause.code() : cause.with()))
                            .containsExactlyInAnyOrder(
                                    BillingCauseCode.BILLING_UNIT, BillingCauseCode.MESSAGE_OVERHEAD);
                    assertThat(cause.formula()).contains("1414 overhead").endsWith("= 308000");
                });
    }

    @Test
    void whatNothingExplainsIsNotGuessed() {
        Reconciliation answer = reconcile(job("acme/single", PICTURES, 3), tokens(411_111));
        assertThat(answer.causes()).isEmpty();
        assertThat(answer.warnings())
                .extracting(ReconciliationWarning::code)
                .containsExactly(ReconciliationWarningCode.NOTHING_EXPLAINS);
        // 19 % more might be a tax, and no row says so
        assertThat(reconcile(job("acme/single", text(1000, "1000"), 3), bill(3_000_000, "35.70"))
                        .causes())
                .isEmpty();
    }
}

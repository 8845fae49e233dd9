package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Meter;
import io.epochwise.estimate.AssumptionCode;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.EstimateRequest;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.LineCode;
import io.epochwise.estimate.OwnPrice;
import io.epochwise.estimate.PriceOverrides;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.estimate.WarningCode;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Range;
import io.epochwise.policy.Verdict;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.epochwise.decision.Questions.ATELIER;
import static io.epochwise.decision.Questions.LAB;
import static io.epochwise.decision.Questions.TODAY;
import static io.epochwise.decision.Questions.hosted;
import static io.epochwise.decision.Questions.images;
import static io.epochwise.decision.Questions.inference;
import static io.epochwise.decision.Questions.on;
import static io.epochwise.decision.Questions.text;
import static io.epochwise.decision.Questions.training;
import static io.epochwise.decision.Questions.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EstimateDiffTest {
    private static final TrainingRequest TEXT = training("atelier/tiles", text(1000, "1000"), 3);
    private static final TrainingRequest IMAGES = training("atelier/tiles", images(1000, "45", Detail.HIGH), 3);

    private static EstimateDiff diff(Catalog catalog, EstimateRequest before, EstimateRequest after) {
        DiffKind kind = before instanceof TrainingRequest ? DiffKind.TRAINING : DiffKind.INFERENCE;
        return EstimateDiff.of(catalog, new DiffRequest(kind, before, after, null), TODAY);
    }

    private static EstimateDiff diff(EstimateRequest before, EstimateRequest after) {
        return diff(ATELIER, before, after);
    }

    private static TrainingRequest onDay(TrainingRequest job, String day) {
        return on(job, null, null, null, day);
    }

    private static TrainingRequest discounted(TrainingRequest job, String percent) {
        return on(job, null, null, new PriceOverrides(null, new BigDecimal(percent)), null);
    }

    private static LineDiff only(EstimateDiff diff) {
        assertThat(diff.lines()).hasSize(1);
        return diff.lines().get(0);
    }

    private static LineDiff line(EstimateDiff diff, LineCode code) {
        return diff.lines().stream()
                .filter(line -> line.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static List<DiffReason> reasons(LineDiff line) {
        return line.reasons().stream().map(LineReason::code).toList();
    }

    private static DiffEffects effects(String quantity, String rule, String price) {
        return new DiffEffects(new BigDecimal(quantity), new BigDecimal(rule), new BigDecimal(price));
    }

    private static Range range(String low, String expected, String high) {
        return new Range(new BigDecimal(low), new BigDecimal(expected), new BigDecimal(high));
    }

    @Test
    void equalQuestionsHaveNoDifference() {
        EstimateDiff diff = diff(
                hosted(training("atelier/minimum", text(1, "9"), 1), "5"),
                hosted(training("atelier/minimum", text(1, "9"), 1), "5"));
        assertThat(diff.lines()).isEmpty();
        assertThat(diff.unchangedLines()).isEqualTo(3);
        assertThat(diff.difference()).isEqualTo(range("0.00", "0.00", "0.00"));
        assertThat(diff.effects()).isEqualTo(effects("0.00", "0.00", "0.00"));
        assertThat(diff.addedAssumptions()).isEmpty();
        assertThat(diff.removedWarnings()).isEmpty();
        assertThat(diff.availability()).isNull();
        assertThat(diff.before()).isEqualTo(diff.after());
    }

    /** 2,000,000 tokens in place of 3,000,000 at 20.00. */
    @Test
    void fewerEpochsAreASmallerQuantity() {
        EstimateDiff diff = diff(TEXT, training("atelier/tiles", text(1000, "1000"), 2));
        LineDiff line = only(diff);
        assertThat(line.change()).isEqualTo(LineChange.CHANGED);
        assertThat(line.difference()).isEqualTo("-20.00");
        assertThat(line.effects()).isEqualTo(effects("-20.00", "0.00", "0.00"));
        assertThat(line.reasons())
                .containsExactly(new LineReason(
                        DiffReason.QUANTITY,
                        "What is asked now counts 2000000 token; what was asked before counts 3000000 token."));
        assertThat(diff.difference()).isEqualTo(range("-20.00", "-20.00", "-20.00"));
        assertThat(diff.effects()).isEqualTo(line.effects());
        assertThat(diff.currency()).isEqualTo("USD");
    }

    /** 3,000,000 tokens at 30.00 in place of 20.00. */
    @Test
    void anotherDayHasAnotherPrice() {
        EstimateDiff diff = diff(onDay(TEXT, "2027-01-31"), onDay(TEXT, "2027-02-01"));
        LineDiff line = only(diff);
        assertThat(line.effects()).isEqualTo(effects("0.00", "0.00", "30.00"));
        assertThat(line.reasons())
                .containsExactly(
                        new LineReason(
                                DiffReason.PRICE,
                                "The price is 30.00 per 1000000 token and was 20.00 per 1000000 token."),
                        new LineReason(DiffReason.DATE, "The day is 2027-02-01 and was 2027-01-31."));
        assertThat(diff.before().asOf()).isEqualTo("2027-01-31");
        assertThat(diff.after().total()).isEqualTo(range("90.00", "90.00", "90.00"));
    }

    /** 100 + 200 + 45 tokens in place of 85 + 170 + 45, of 1000 examples in 3 epochs at 20.00. */
    @Test
    void anotherDayHasAnotherRule() {
        LineDiff line = only(diff(onDay(IMAGES, "2026-12-31"), onDay(IMAGES, "2027-01-01")));
        assertThat(line.difference()).isEqualTo("2.70");
        assertThat(line.effects()).isEqualTo(effects("0.00", "2.70", "0.00"));
        assertThat(reasons(line)).containsExactly(DiffReason.RULE, DiffReason.DATE);
        assertThat(line.reasons().get(0).text())
                .isEqualTo("What was asked before counts 1035000 token on the terms now; on those before it counted"
                        + " 900000 token.");
    }

    /** 900,000 tokens would count 1,035,000; 690,000 are asked: 135,000 x 20 - 345,000 x 20 + 690,000 x 10. */
    @Test
    void quantityRuleAndPriceAreToldApart() {
        EstimateDiff diff = diff(
                onDay(IMAGES, "2026-12-31"),
                onDay(training("atelier/tiles", images(1000, "45", Detail.HIGH), 2), "2027-02-01"));
        LineDiff line = only(diff);
        assertThat(line.difference()).isEqualTo("2.70");
        assertThat(line.effects()).isEqualTo(effects("-6.90", "2.70", "6.90"));
        assertThat(reasons(line))
                .containsExactly(DiffReason.QUANTITY, DiffReason.RULE, DiffReason.DATE, DiffReason.PRICE);
        assertThat(diff.effects()).isEqualTo(line.effects());
    }

    /** 1,501.5 tokens at 20.00 for a million; 2,000 at 0.01 for a thousand. */
    @Test
    void anotherOfferingCountsAndChargesOtherwise() {
        LineDiff line = only(
                diff(training("atelier/tiles", text(1001, "1.5"), 1), training("atelier/units", text(1001, "1.5"), 1)));
        assertThat(line.effects()).isEqualTo(effects("0.00", "0.00997", "-0.02"));
        assertThat(line.difference()).isEqualTo("-0.01003");
        assertThat(reasons(line)).containsExactly(DiffReason.RULE, DiffReason.OFFERING, DiffReason.PRICE);
    }

    /** 10,000 whole units at 0.01 for a thousand; 4,504.5 tokens at 20.00 for a million. Six epochs are more than tiles takes. */
    @Test
    void whatCannotBeAskedOnTheOtherTermsIsNotToldApart() {
        LineDiff line = only(
                diff(training("atelier/units", text(1001, "1.5"), 6), training("atelier/tiles", text(1001, "1.5"), 3)));
        assertThat(line.effects()).isEqualTo(effects("-0.054955", "0.00", "0.045045"));
        assertThat(reasons(line)).containsExactly(DiffReason.QUANTITY, DiffReason.OFFERING, DiffReason.PRICE);
    }

    @Test
    void whatIsAskedOnOneSideOnlyIsAddedOrRemoved() {
        TrainingRequest bare = training("atelier/units", text(1000, "1000"), 1);
        EstimateDiff added = diff(bare, hosted(bare, "10"));
        assertThat(only(added).change()).isEqualTo(LineChange.ADDED);
        assertThat(only(added).before()).isEmpty();
        assertThat(only(added).after().get(0).quantity()).isEqualByComparingTo("10");
        assertThat(only(added).effects()).isEqualTo(effects("17.00", "0.00", "0.00"));
        assertThat(reasons(only(added))).containsExactly(DiffReason.QUANTITY);
        assertThat(added.unchangedLines()).isEqualTo(1);
        assertThat(added.removedWarnings()).extracting("code").containsExactly(WarningCode.HOSTING_NOT_INCLUDED);
        assertThat(added.addedWarnings()).isEmpty();

        EstimateDiff removed = diff(hosted(bare, "10"), bare);
        assertThat(only(removed).change()).isEqualTo(LineChange.REMOVED);
        assertThat(only(removed).after()).isEmpty();
        assertThat(only(removed).difference()).isEqualTo("-17.00");
        assertThat(removed.addedWarnings()).isEqualTo(added.removedWarnings());
    }

    /** A million tokens a day are free until 2024-11-01. */
    @Test
    void anEndedPromotionIsARemovedDeduction() {
        TrainingRequest job = training("lab/plain", text(1000, "2000"), 3);
        EstimateDiff diff = diff(LAB, onDay(job, "2024-10-31"), onDay(job, "2024-11-01"));
        LineDiff line = only(diff);
        assertThat(line.code()).isEqualTo(LineCode.TRAINING_FREE_TOKENS);
        assertThat(line.change()).isEqualTo(LineChange.REMOVED);
        assertThat(line.effects()).isEqualTo(effects("0.00", "25.00", "0.00"));
        assertThat(reasons(line)).containsExactly(DiffReason.RULE, DiffReason.DATE);
        assertThat(diff.difference()).isEqualTo(range("25.00", "25.00", "25.00"));
        assertThat(diff.removedAssumptions()).extracting("code").containsExactly(AssumptionCode.FREE_TOKENS);
    }

    @Test
    void aDiscountAndAnOwnPriceAreNamed() {
        LineDiff discount = only(diff(TEXT, discounted(TEXT, "10")));
        assertThat(discount.effects()).isEqualTo(effects("0.00", "0.00", "-6.00"));
        assertThat(discount.reasons().get(1).text()).isEqualTo("The discount is 10 % and was 0 %.");
        assertThat(reasons(discount)).containsExactly(DiffReason.PRICE, DiffReason.OWN_PRICE);

        OwnPrice own = new OwnPrice(Meter.TRAINING, new BigDecimal("15"), null);
        LineDiff owned = only(diff(TEXT, on(TEXT, null, null, new PriceOverrides(List.of(own), null), null)));
        assertThat(owned.difference()).isEqualTo("-15.00");
        assertThat(reasons(owned)).containsExactly(DiffReason.PRICE, DiffReason.OWN_PRICE);
        assertThat(owned.reasons().get(1).text())
                .isEqualTo("The price is the question's own and was that of the catalog.");
    }

    @Test
    void aPriceClassIsNamed() {
        TrainingRequest job = training("lab/units", text(1000, "1000"), 1);
        EstimateDiff diff = diff(LAB, job, on(job, "regional", "Far East", null, null));
        assertThat(only(diff).effects()).isEqualTo(effects("0.00", "0.00", "6.00"));
        assertThat(reasons(only(diff))).containsExactly(DiffReason.PRICE, DiffReason.TIER, DiffReason.REGION);
        assertThat(diff.before().tier()).isEqualTo("global");
        assertThat(diff.before().region()).isNull();
        assertThat(diff.after().tier()).isEqualTo("regional");
        assertThat(diff.after().region()).isEqualTo("Far East");
    }

    /** Regional training costs from 21.00 to 26.00, by region; elsewhere 22.00. */
    @Test
    void aRangeCanDifferAlone() {
        TrainingRequest job = training("lab/units", text(1000, "1000"), 1);
        EstimateDiff diff =
                diff(LAB, on(job, "regional", null, null, null), on(job, "regional", "Elsewhere", null, null));
        assertThat(only(diff).difference()).isEqualTo("0.00");
        assertThat(reasons(only(diff))).containsExactly(DiffReason.RANGE);
        assertThat(diff.difference()).isEqualTo(range("-4.00", "0.00", "1.00"));
    }

    @Test
    void theSamePriceByAnotherSourceIsADifferenceOfNothing() {
        TrainingRequest job = training("atelier/steady", text(1000, "1000"), 1);
        LineDiff line = only(diff(onDay(job, "2026-12-31"), onDay(job, "2027-01-01")));
        assertThat(line.difference()).isEqualTo("0.00");
        assertThat(reasons(line)).containsExactly(DiffReason.SOURCE);
        assertThat(line.reasons().get(0).text())
                .contains("BLOG: a blog, read on 2026-11-15")
                .contains("PAGE: a page");
    }

    /** 1,000,000 tokens leave 3.00 of 4.00 open, 2,000,000 leave 2.00; low and high are those of the totals. */
    @Test
    void aLeastAmountFollowsTheOtherLines() {
        EstimateDiff diff = diff(
                training("atelier/minimum", text(1000, "1000"), 1), training("atelier/minimum", text(1000, "1000"), 2));
        LineDiff tokens = line(diff, LineCode.TRAINING_TOKENS);
        LineDiff missing = line(diff, LineCode.TRAINING_MINIMUM);
        assertThat(tokens.difference()).isEqualTo("1.00");
        assertThat(missing.difference()).isEqualTo("-1.00");
        assertThat(reasons(missing)).containsExactly(DiffReason.OTHER_LINES);
        assertThat(diff.difference()).isEqualTo(range("0.00", "0.00", "0.00"));
    }

    /** Hosting costs from 0.50 to 1.50 an hour: 4 hours more are 4 x 1.00, but both bounds are as unsure as 2 + 6 hours. */
    @Test
    void unchangedLinesDoNotWidenTheDifference() {
        TrainingRequest job = training("atelier/minimum", text(1000, "10000"), 1);
        EstimateDiff diff = diff(hosted(job, "2"), hosted(job, "6"));
        assertThat(diff.after().total()).isEqualTo(range("8.00", "16.00", "29.00"));
        assertThat(diff.difference()).isEqualTo(range("0.00", "4.00", "8.00"));
        assertThat(diff.unchangedLines()).isEqualTo(1);
    }

    @Test
    void amountsOfDifferentCurrenciesHaveNoDifference() {
        EstimateDiff diff = diff(TEXT, training("atelier/euro", text(1000, "1000"), 3));
        assertThat(diff.difference()).isNull();
        assertThat(diff.effects()).isNull();
        assertThat(diff.currency()).isNull();
        assertThat(diff.after().currency()).isEqualTo("EUR");
        assertThat(only(diff).difference()).isNull();
        assertThat(only(diff).effects()).isNull();
        assertThat(reasons(only(diff))).containsExactly(DiffReason.CURRENCY);
    }

    @Test
    void anUnknownPriceHasNoDifference() {
        EstimateDiff diff = diff(TEXT, training("atelier/secret", text(1000, "1000"), 3));
        assertThat(diff.difference()).isNull();
        assertThat(diff.effects()).isNull();
        assertThat(only(diff).difference()).isNull();
        assertThat(reasons(only(diff))).containsExactly(DiffReason.UNPRICED, DiffReason.OFFERING);
        assertThat(diff.addedWarnings()).extracting("code").containsExactly(WarningCode.MISSING_PRICE);
    }

    @Test
    void anUnknownPriceIsTheSameOnTheSameTermsOnly() {
        TrainingRequest secret = training("atelier/secret", text(1000, "1000"), 3);
        assertThat(diff(secret, secret).lines()).isEmpty();
        assertThat(diff(secret, secret).difference()).isNull();
        LineDiff line = only(diff(secret, onDay(secret, "2026-11-24")));
        assertThat(reasons(line)).containsExactly(DiffReason.UNPRICED, DiffReason.DATE);
    }

    /** Input 3.00 in place of 2.00, output 9.00 in place of 8.00, and 730 hours of hosting and a month of storage. */
    @Test
    void aTunedModelHasOtherPricesAndIsKept() {
        EstimateDiff diff = diff(
                LAB,
                inference("forge/whole", false, workload(1000, 100, 0, 10), 1, null),
                inference("forge/whole", true, workload(1000, 100, 0, 10), 1, null));
        LineDiff prompt = line(diff, LineCode.INFERENCE_STATIC_PROMPT);
        assertThat(prompt.effects()).isEqualTo(effects("0.00", "0.00", "0.10"));
        assertThat(reasons(prompt)).containsExactly(DiffReason.PRICE, DiffReason.OTHER_PRICE);
        assertThat(line(diff, LineCode.HOSTING).change()).isEqualTo(LineChange.ADDED);
        assertThat(line(diff, LineCode.HOSTING).difference()).isEqualTo("730.00");
        assertThat(line(diff, LineCode.STORAGE).difference()).isEqualTo("5.00");
    }

    /** The model ends on 2027-01-23: from a later day on, fewer months exist. */
    @Test
    void monthsThatNoLongerExistAreARuleOfTheDate() {
        EstimateDiff diff = diff(
                LAB,
                inference("forge/blind", false, workload(1000, 100, 0, 10), 6, "2026-11-23"),
                inference("forge/blind", false, workload(1000, 100, 0, 10), 6, "2026-12-23"));
        LineDiff prompt = line(diff, LineCode.INFERENCE_STATIC_PROMPT);
        assertThat(prompt.effects()).isEqualTo(effects("0.00", "-0.20", "0.00"));
        assertThat(reasons(prompt)).containsExactly(DiffReason.RULE, DiffReason.DATE);
        assertThat(diff.addedWarnings()).extracting("code").containsExactly(WarningCode.HORIZON_CUT);
        assertThat(diff.availability()).isNull();
    }

    @Test
    void availabilityIsShownWhereItDiffers() {
        InferenceRequest question = inference("forge/blind", false, workload(1000, 100, 0, 10), 1, null);
        EstimateDiff diff =
                diff(LAB, question, inference("forge/blind", false, workload(1000, 100, 0, 10), 1, "2027-01-23"));
        assertThat(diff.availability().before().verdict()).isEqualTo(Verdict.AVAILABLE);
        assertThat(diff.availability().after().verdict()).isEqualTo(Verdict.RETIRED);
        assertThat(diff.difference()).isNull();
    }

    /** Hosting costs 1.00 until 2026-12-01 and 2.00 from then on: month 1 of 3 costs more, the others as much. */
    @Test
    void aPriceThatBeginsInAnotherMonthIsAPrice() {
        EstimateDiff diff = diff(
                LAB,
                inference("forge/whole", true, workload(1000, 100, 0, 10), 3, "2026-11-23"),
                inference("forge/whole", true, workload(1000, 100, 0, 10), 3, "2026-12-23"));
        LineDiff hosting = only(diff);
        assertThat(hosting.before())
                .extracting(EstimateLine::formula)
                .satisfiesExactly(one -> assertThat(one).startsWith("month 1: "), two -> assertThat(two)
                        .startsWith("months 2 to 3: "));
        assertThat(hosting.after()).hasSize(1);
        assertThat(hosting.effects()).isEqualTo(effects("0.00", "0.00", "730.00"));
        assertThat(reasons(hosting)).containsExactly(DiffReason.PRICE, DiffReason.DATE);
        assertThat(hosting.reasons().get(0).text())
                .isEqualTo("The price is 2.00 per 1 hour and was 1.00 per 1 hour, then 2.00 per 1 hour.");
    }

    /** The same, and 5 months in place of 3: 2 x 730 hours at 1.00, and 3,650 hours cost 2,920.00 more than at 1.00 less 1,460.00. */
    @Test
    void morePricedMonthsArePartedByTheFirstPrice() {
        EstimateDiff diff = diff(
                LAB,
                inference("forge/whole", true, workload(1000, 100, 0, 10), 3, "2026-11-23"),
                inference("forge/whole", true, workload(1000, 100, 0, 10), 5, "2026-12-23"));
        LineDiff hosting = line(diff, LineCode.HOSTING);
        assertThat(hosting.difference()).isEqualTo("3650.00");
        assertThat(hosting.effects()).isEqualTo(effects("1460.00", "0.00", "2190.00"));
        assertThat(reasons(hosting)).containsExactly(DiffReason.QUANTITY, DiffReason.PRICE, DiffReason.DATE);
    }

    @Test
    void linesOfTheSameMonthsAreComparedWithEachOther() {
        EstimateDiff diff = diff(
                LAB,
                inference("forge/whole", true, workload(1000, 100, 0, 10), 3, "2026-11-23"),
                inference("forge/whole", true, workload(1000, 100, 0, 10), 4, "2026-11-23"));
        List<LineDiff> hosting = diff.lines().stream()
                .filter(line -> line.code() == LineCode.HOSTING)
                .toList();
        assertThat(hosting).hasSize(1);
        assertThat(hosting.get(0).before().get(0).formula()).startsWith("months 2 to 3: ");
        assertThat(hosting.get(0).after().get(0).formula()).startsWith("months 2 to 4: ");
        assertThat(hosting.get(0).effects()).isEqualTo(effects("1460.00", "0.00", "0.00"));
    }

    @Test
    void theDayOfTheDiffIsForQuestionsThatNameNone() {
        DiffRequest request =
                new DiffRequest(DiffKind.TRAINING, TEXT, onDay(TEXT, "2027-03-01"), LocalDate.of(2027, 1, 1));
        EstimateDiff diff = EstimateDiff.of(ATELIER, request, TODAY);
        assertThat(diff.before().asOf()).isEqualTo("2027-01-01");
        assertThat(diff.after().asOf()).isEqualTo("2027-03-01");
    }

    @Test
    void allThatIsWrongIsNamedWithItsSide() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() ->
                        diff(training("atelier/tiles", text(0, "1000"), 3), training("atelier/tiles", text(1, "1"), 6)))
                .satisfies(fault -> assertThat(fault.violations())
                        .extracting(Violation::field)
                        .containsExactly("before.dataset.examples", "after.epochs"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> diff(TEXT, null))
                .satisfies(fault ->
                        assertThat(fault.violations()).containsExactly(new Violation("after", "must be given")));
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> diff(TEXT, training("atelier/tile", text(1, "1"), 1)))
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("after.offering");
                    assertThat(fault.nearest()).contains("atelier/tiles");
                });
    }

    @Test
    void everyReasonSaysWhatItMeans() {
        assertThat(DiffReason.values())
                .allSatisfy(reason -> assertThat(reason.meaning()).endsWith("."));
        assertThat(DiffReason.OWN_PRICE).hasToString("own-price");
    }
}

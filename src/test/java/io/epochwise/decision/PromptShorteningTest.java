package io.epochwise.decision;

import io.epochwise.estimate.FewShotExamples;
import io.epochwise.estimate.LineCode;
import io.epochwise.estimate.WarningCode;
import io.epochwise.estimate.Workload;
import io.epochwise.estimate.WorkloadImage;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static io.epochwise.decision.DecisionLab.CATALOG;
import static io.epochwise.decision.DecisionLab.TODAY;
import static io.epochwise.decision.DecisionLab.plan;
import static io.epochwise.decision.DecisionLab.use;
import static io.epochwise.decision.DecisionLab.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Prompt shortening on round numbers, so that each can be followed by hand. */
class PromptShorteningTest {
    /** 1,000,000 requests of 2,000 + 100 tokens in and 100 out: 4.20 + 1.00 = 5,200 a month. */
    private static final Workload LONG = workload(1_000_000, 2_000, 100, 100);

    private static PromptShorteningRequest question(ModelUse baseline, ModelUse tuned, TrainingPlan plan, int months) {
        return new PromptShorteningRequest(baseline, tuned, plan, months, null, null, null, null, null);
    }

    private static PromptShorteningAnswer ask(PromptShorteningRequest request) {
        return PromptShortening.of(CATALOG, request, TODAY);
    }

    private static Map<SavingCause, BigDecimal> monthly(PromptShorteningAnswer answer) {
        return answer.causes().stream().collect(Collectors.toMap(CauseSaving::cause, cause -> cause.monthly()
                .expected()));
    }

    /**
     * Tuned with 100 tokens of static prompt: (200 x 4 + 100 x 20) / 1,000,000 a request = 2,800 a month against 5,200. Training
     * costs 1,000 x 400 x 10 / 1,000,000 = 4.00, beside it 5,000 is paid: 5,004 / 2,400 a month = 2.085 months.
     */
    @Test
    void aShorterPromptPaysBackInTheMonthInWhichItsSavingReachesWhatWasPaid() {
        PromptShorteningAnswer answer = ask(question(
                use("acme/seer", LONG),
                use("acme/seer", workload(1_000_000, 100, 100, 100)),
                plan(1_000, "400", "5000"),
                12));
        assertThat(answer.perRequest().baseline().expected()).isEqualTo("0.0052");
        assertThat(answer.perRequest().tuned().expected()).isEqualTo("0.0028");
        assertThat(answer.perRequest().saving().expected()).isEqualTo("0.0024");
        assertThat(answer.upFront().total().expected()).isEqualTo("5004.00");
        assertThat(answer.months()).hasSize(12);
        assertThat(answer.months().get(1).cumulativeBaseline().expected()).isEqualTo("10400.00");
        assertThat(answer.months().get(1).cumulativeTuned().expected()).isEqualTo("10604.00");
        BreakEven breakEven = answer.breakEven();
        assertThat(breakEven.verdict()).isEqualTo(BreakEvenVerdict.MONTH);
        assertThat(breakEven.month()).isEqualTo(3);
        assertThat(breakEven.date()).isEqualTo("2026-03-31");
        assertThat(breakEven.requests()).isEqualByComparingTo("2085000");
        assertThat(breakEven.earliestMonth()).isEqualTo(3);
        assertThat(breakEven.latestMonth()).isEqualTo(3);
        Map<SavingCause, BigDecimal> causes = monthly(answer);
        assertThat(causes.get(SavingCause.SHORTER_STATIC_PROMPT)).isEqualTo("3800.00");
        assertThat(causes.get(SavingCause.PRICE_DIFFERENCE)).isEqualTo("-1400.00");
        assertThat(causes.get(SavingCause.CACHE_LOSS)).isEqualTo("0.00");
        assertThat(answer.total().saving().expected()).isEqualTo("23796.00");
    }

    /** Two calls at most: baseline 0.5 right, so 1.5 calls; tuned 0.9 right, so 1.1. What is never right costs 0.01. */
    @Test
    void betterAnswersSaveCallsAndPeople() {
        Workload often = workload(1_000_000, null, 0, null, 100, 100, null, null, "0.5", "2", "0.01");
        Workload seldom = workload(1_000_000, null, 0, null, 100, 100, null, null, "0.9", "2", "0.01");
        PromptShorteningAnswer answer =
                ask(question(use("acme/kept", often), use("acme/kept", seldom), plan(1, "1", null), 1));
        // 100 x 2 + 100 x 10 = 1,200 a million calls; 0.4 calls less; 25 % - 1 % fewer fallbacks
        assertThat(monthly(answer).get(SavingCause.FIRST_PASS_ACCURACY)).isEqualTo("2880.00");
        assertThat(monthly(answer).get(SavingCause.HOSTING)).isEqualTo("-730.00");
        assertThat(answer.months().get(0).saving().expected()).isEqualTo("2150.00");
    }

    /** 2,048 of 2,000 + 100 tokens cannot be cached; 1,920 of 2,000 can, at half the price for half the calls. */
    @Test
    void theCacheDiscountIsLostWithTheLongPrefix() {
        Workload cached = workload(1_000_000, null, 2_000, null, 100, 100, "0.5", null, null, null, null);
        Workload brief = workload(1_000_000, null, 200, null, 100, 100, "0.5", null, null, null, null);
        PromptShorteningAnswer answer =
                ask(question(use("acme/seer", cached), use("acme/seer", brief), plan(1, "1", null), 1));
        assertThat(monthly(answer).get(SavingCause.CACHE_LOSS)).isEqualTo("-960.00");
        assertThat(answer.warnings()).extracting(warning -> warning.code()).contains(WarningCode.NOTHING_CACHED);
    }

    /** Three examples of 100 tokens and an image of 85 tokens. */
    @Test
    void examplesAreDroppedWithTheirImages() {
        FewShotExamples examples = new FewShotExamples(
                Range.exactly(3),
                Range.exactly(100),
                List.of(new WorkloadImage(Range.exactly(512), Range.exactly(512), Detail.LOW, null)));
        Workload shown = workload(1_000_000, null, 0, examples, 100, 0, null, null, null, null, null);
        PromptShorteningAnswer answer = ask(question(
                use("acme/seer", shown), use("acme/seer", workload(1_000_000, 0, 100, 0)), plan(1, "1", null), 1));
        assertThat(monthly(answer).get(SavingCause.FEWER_FEW_SHOT_TOKENS)).isEqualTo("600.00");
        assertThat(monthly(answer).get(SavingCause.FEWER_FEW_SHOT_IMAGES)).isEqualTo("510.00");
        assertThat(monthly(answer).get(SavingCause.PRICE_DIFFERENCE)).isEqualTo("-200.00");
    }

    /** Six months exist before the shutdown on 2026-07-01; 2,400 a month would reach 20,004 in month 9. */
    @Test
    void whatWouldPayBackAfterTheShutdownSaysSo() {
        PromptShorteningAnswer answer = ask(question(
                use("acme/seer", LONG),
                use("acme/mortal", workload(1_000_000, 100, 100, 100)),
                plan(1_000, "400", "20000"),
                24));
        assertThat(answer.horizon()).isEqualTo(new Horizon(24, 6, Horizon.Side.TUNED, LocalDate.parse("2026-07-01")));
        assertThat(answer.months()).hasSize(6);
        assertThat(answer.breakEven().verdict()).isEqualTo(BreakEvenVerdict.AFTER_SHUTDOWN);
        assertThat(answer.breakEven().reason()).isEqualTo(BreakEvenReason.MODEL_ENDS);
        assertThat(answer.breakEven().month()).isNull();
        assertThat(answer.breakEven().wouldBeMonth()).isEqualTo(9);
    }

    @Test
    void whatCostsMoreEachMonthNeverPaysBack() {
        PromptShorteningAnswer answer = ask(question(
                use("acme/seer", workload(1_000_000, 100, 100, 100)),
                use("acme/seer", workload(1_000_000, 100, 100, 100)),
                plan(1, "1", null),
                12));
        assertThat(answer.breakEven().verdict()).isEqualTo(BreakEvenVerdict.NEVER);
        assertThat(answer.breakEven().reason()).isEqualTo(BreakEvenReason.NO_SAVING);
        assertThat(answer.breakEven().text())
                .isEqualTo("In month 12 the tuned model costs 1400.00 more than the baseline, so it never pays back.");
        assertThat(answer.thresholds())
                .filteredOn(threshold -> threshold.input() == ThresholdInput.REQUESTS_PER_MONTH)
                .singleElement()
                .satisfies(threshold -> assertThat(threshold.value()).isNull());
    }

    @Test
    void whatTakesLongerThanTheMonthsSaysHowLong() {
        PromptShorteningAnswer answer = ask(question(
                use("acme/seer", LONG),
                use("acme/seer", workload(1_000_000, 100, 100, 100)),
                plan(1_000, "400", "20000"),
                8));
        assertThat(answer.breakEven().verdict()).isEqualTo(BreakEvenVerdict.NEVER);
        assertThat(answer.breakEven().reason()).isEqualTo(BreakEvenReason.BEYOND_HORIZON);
        assertThat(answer.breakEven().wouldBeMonth()).isEqualTo(9);
    }

    @Test
    void anUnknownPriceMakesTheVerdictUnknown() {
        PromptShorteningAnswer answer = ask(question(
                use("acme/seer", LONG), use("acme/secret", workload(1_000_000, 1, 1, 1)), plan(1, "1", null), 3));
        assertThat(answer.breakEven().verdict()).isEqualTo(BreakEvenVerdict.UNKNOWN);
        assertThat(answer.total()).isNull();
        assertThat(answer.perRequest()).isNull();
        assertThat(answer.months()).hasSize(3).allSatisfy(month -> {
            assertThat(month.baseline()).isNotNull();
            assertThat(month.tuned()).isNull();
            assertThat(month.cumulativeTuned()).isNull();
        });
        assertThat(answer.warnings()).extracting(warning -> warning.code()).contains(WarningCode.MISSING_PRICE);
    }

    /** The tuned input price is 1 to 3: 200 tokens x 1 cost 200 to 600 a million. */
    @Test
    void sourcesThatDifferWidenTheMonthOfBreakEven() {
        PromptShorteningAnswer answer = ask(question(
                use("acme/seer", LONG),
                use("acme/torn", workload(1_000_000, 1_000, 100, 100)),
                plan(1, "1", "6000"),
                12));
        // 5,200 a month against 1,100 x 2 + 1,000 = 3,200, from 2,100 to 4,300
        assertThat(answer.months().get(0).tuned().low()).isEqualTo("2100.00");
        assertThat(answer.months().get(0).tuned().high()).isEqualTo("4300.00");
        assertThat(answer.months().get(0).saving().low()).isEqualTo("900.00");
        assertThat(answer.months().get(0).saving().high()).isEqualTo("3100.00");
        assertThat(answer.breakEven().earliestMonth()).isEqualTo(2);
        assertThat(answer.breakEven().month()).isEqualTo(4);
        assertThat(answer.breakEven().latestMonth()).isEqualTo(7);
    }

    /** Every second month 4.00 and the evaluation again, but not what was paid once; from 2026-03-15 on no job can be made. */
    @Test
    void theJobIsMadeAgainAsLongAsItCanBe() {
        TrainingPlan plan = plan(1_000, "400", null, "2", "50", "3");
        PromptShorteningRequest request = new PromptShorteningRequest(
                use("acme/seer", LONG),
                use("acme/mortal", workload(1_000_000, 100, 100, 100)),
                plan,
                6,
                2,
                null,
                null,
                null,
                null);
        PromptShorteningAnswer answer = ask(request);
        assertThat(answer.upFront().total().expected()).isEqualTo("2057.00");
        assertThat(answer.upFront().lines())
                .extracting(line -> line.code())
                .containsExactly(
                        LineCode.TRAINING_TOKENS,
                        LineCode.UP_FRONT_PREPARATION,
                        LineCode.UP_FRONT_EVALUATION,
                        LineCode.UP_FRONT_EXTRA);
        assertThat(answer.months())
                .extracting(month -> month.tuned().expected().toPlainString())
                .containsExactly("2800.00", "2800.00", "2854.00", "2800.00", "2800.00", "2800.00");
        assertThat(answer.warnings())
                .filteredOn(warning -> warning.code() == WarningCode.RETRAINING_CLOSED)
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).contains("month 5, on 2026-05-01"));
    }

    /** 100 examples more cost 0.40 of training and 200 of labeling. */
    @Test
    void examplesInAdditionShowTheirEffect() {
        TrainingPlan plan = plan(1_000, "400", "100", "2", null, "300");
        PromptShorteningAnswer answer =
                ask(question(use("acme/seer", LONG), use("acme/seer", workload(1_000_000, 100, 100, 100)), plan, 3));
        AdditionalExamples more = answer.additionalExamples();
        assertThat(more.examples()).isEqualTo(100);
        assertThat(more.upFront().expected()).isEqualTo("200.40");
        assertThat(more.breakEvenWith()).isEqualTo(2);
        assertThat(more.breakEvenWithout()).isEqualTo(1);
    }

    @Test
    void faultsNameTheirPlaceInTheQuestion() {
        PromptShorteningRequest other = question(
                use("acme/seer", workload(0, 1, 1, 1)), use("acme/seer", workload(0, 1, 1, 1)), plan(1, "1", null), 1);
        assertThat(violations(other)).containsExactly("baseline.workload.requestsPerMonth");
        assertThat(violations(question(
                        use("acme/seer", LONG), use("acme/seer", workload(5, 1, 1, 1)), plan(0, "1", "-1"), 121)))
                .containsExactly("training.extraUpFront", "months", "tuned.workload.requestsPerMonth");
        assertThat(violations(question(use("acme/seer", LONG), use("acme/seer", LONG), plan(0, "1", null), 1)))
                .containsExactly("training.dataset.examples");
        assertThat(violations(new PromptShorteningRequest(null, null, null, null, null, null, null, null, null)))
                .containsExactly("baseline", "tuned", "training", "months");
        assertThatThrownBy(() -> ask(question(use("acme/seer", LONG), use("acme/sear", LONG), plan(1, "1", null), 1)))
                .isInstanceOfSatisfying(UnknownNameException.class, fault -> {
                    assertThat(fault.field()).isEqualTo("tuned.offering");
                    assertThat(fault.nearest()).contains("acme/seer");
                });
    }

    private static List<String> violations(PromptShorteningRequest request) {
        return catchThrowableOfType(InvalidInputException.class, () -> ask(request)).violations().stream()
                .map(Violation::field)
                .toList();
    }
}

package io.epochwise.decision;

import io.epochwise.dataset.Dataset;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.estimate.FewShotExamples;
import io.epochwise.estimate.InferenceEstimator;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.TrainingEstimator;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.estimate.Workload;
import io.epochwise.estimate.WorkloadImage;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Bound;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static io.epochwise.decision.DecisionLab.CATALOG;
import static io.epochwise.decision.DecisionLab.TODAY;
import static io.epochwise.decision.DecisionLab.dataset;
import static io.epochwise.decision.DecisionLab.plan;
import static io.epochwise.decision.DecisionLab.range;
import static io.epochwise.decision.DecisionLab.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Plans of a budget by hand, and what holds for all of them. */
class BudgetPlanTest {
    /** 1,000 examples of 400 tokens cost 4.00 an epoch at 10 for a million. */
    private static final DatasetSummary TEXT = dataset(1_000, "400");

    /** 100 examples of 235 tokens and an image of 765 tokens: 1.00 an epoch. */
    private static final DatasetSummary PAGES = pages(100, "235", Detail.HIGH);

    private static DatasetSummary pages(long examples, String tokens, Detail detail) {
        return new DatasetSummary(
                Range.exactly(examples),
                range(tokens),
                Range.exactly(1),
                Range.exactly(1024),
                Range.exactly(1024),
                detail);
    }

    private static ComparedAlternative of(String offering) {
        return new ComparedAlternative(null, null, offering, null, null, null, null, null, null, null);
    }

    private static ComparedAlternative of(AlternativeKind kind, String offering, TrainingPlan training) {
        return new ComparedAlternative(offering, kind, offering, null, training, null, null, null, null, null);
    }

    private static BudgetRequest question(
            String budget, SolveFor what, Dataset dataset, Workload workload, ComparedAlternative... alternatives) {
        return new BudgetRequest(
                budget == null ? null : new BigDecimal(budget),
                dataset,
                workload,
                what,
                alternatives == null ? null : List.of(alternatives),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static BudgetPlan answer(BudgetRequest request) {
        return BudgetPlan.of(CATALOG, request, TODAY);
    }

    private static PlannedAlternative only(BudgetPlan answer) {
        assertThat(answer.plans()).hasSize(1);
        return answer.plans().get(0);
    }

    /** 4 a pass: 30 pay for 7 and leave 2; an eighth lacks 2. */
    @Test
    void theMostEpochs() {
        PlannedAlternative plan = only(answer(question("30", SolveFor.EPOCHS, TEXT, null, of("acme/seer"))));
        assertThat(plan.kind()).isEqualTo(AlternativeKind.FINE_TUNE);
        assertThat(plan.plan()).isEqualTo(new PlanSize(7, 1_000L, null, null));
        assertThat(plan.cost().total().expected()).isEqualTo("28.00");
        assertThat(plan.left()).isEqualTo("2.00");
        assertThat(plan.highFits()).isTrue();
        assertThat(plan.binds()).extracting(Binding::code).containsExactly(BindingCode.BUDGET);
        assertThat(plan.next().plan().epochs()).isEqualTo(8);
        assertThat(plan.next().missing()).isEqualTo("2.00");
        assertThat(plan.training().total().expected()).isEqualTo("28.00");
        assertThat(plan.calls()).isNull();
    }

    /** Exactly as much as 5 passes cost is enough for 5. */
    @Test
    void aBudgetMayBeSpentToTheLastCent() {
        PlannedAlternative plan = only(answer(question("20", SolveFor.EPOCHS, TEXT, null, of("acme/seer"))));
        assertThat(plan.plan().epochs()).isEqualTo(5);
        assertThat(plan.left()).isEqualTo("0.00");
    }

    /** An example costs 0.012 in its 3 epochs (those of 1,000): 5 pay for 416, and one more costs 5.004. */
    @Test
    void theMostExamples() {
        PlannedAlternative plan = only(answer(question("5", SolveFor.EXAMPLES, TEXT, null, of("acme/seer"))));
        assertThat(plan.plan()).isEqualTo(new PlanSize(3, 416L, null, null));
        assertThat(plan.cost().total().expected()).isEqualTo("4.992");
        assertThat(plan.next().missing()).isEqualTo("0.004");
    }

    @Test
    void moreExamplesThanThereAreCannotBeHad() {
        PlannedAlternative plan = only(answer(question("500", SolveFor.EXAMPLES, TEXT, null, of("acme/seer"))));
        assertThat(plan.plan().examples()).isEqualTo(1_000);
        assertThat(plan.binds()).extracting(Binding::code).containsExactly(BindingCode.ALL_EXAMPLES);
        assertThat(plan.next()).isNull();
    }

    /** Training 12, then 1,000 x (100 x 4 + 10 x 20) / 1,000,000 = 0.60 a month: 20 pay for 13. */
    @Test
    void theMostMonths() {
        PlannedAlternative plan =
                only(answer(question("20", SolveFor.MONTHS, TEXT, workload(1_000, 0, 100, 10), of("acme/seer"))));
        assertThat(plan.plan()).isEqualTo(new PlanSize(3, 1_000L, null, 13));
        assertThat(plan.cost().upFront().expected()).isEqualTo("12.00");
        assertThat(plan.cost().calls().expected()).isEqualTo("7.80");
        assertThat(plan.next().cost().total().expected()).isEqualTo("20.40");
    }

    /** Its tuned models end on 2026-07-01, six months on. */
    @Test
    void monthsEndWithTheModel() {
        PlannedAlternative plan =
                only(answer(question("1000", SolveFor.MONTHS, TEXT, workload(1_000, 0, 100, 10), of("acme/mortal"))));
        assertThat(plan.plan().months()).isEqualTo(6);
        assertThat(plan.binds()).singleElement().satisfies(binding -> {
            assertThat(binding.code()).isEqualTo(BindingCode.SHUTDOWN);
            assertThat(binding.text()).contains("2026-07-01");
        });
    }

    /** 3 epochs cost 3.00 at 765 tokens an image and 0.96 at 85. */
    @Test
    void theBestDetail() {
        PlannedAlternative close = only(answer(question("3", SolveFor.IMAGE_DETAIL, PAGES, null, of("acme/seer"))));
        assertThat(close.plan().imageDetail()).isEqualTo(Detail.HIGH);
        assertThat(close.binds()).extracting(Binding::code).containsExactly(BindingCode.BEST_DETAIL);
        PlannedAlternative coarse = only(answer(question("2.99", SolveFor.IMAGE_DETAIL, PAGES, null, of("acme/seer"))));
        assertThat(coarse.plan().imageDetail()).isEqualTo(Detail.LOW);
        assertThat(coarse.cost().total().expected()).isEqualTo("0.96");
        assertThat(coarse.next().plan().imageDetail()).isEqualTo(Detail.HIGH);
        assertThat(coarse.next().missing()).isEqualTo("0.01");
    }

    /** Not one pass of 4.00 for 3.99; a tenth of the examples less would do. */
    @Test
    void whatIsOverTheBudgetSaysWhatWouldHelp() {
        BudgetPlan answer = answer(question("3.99", SolveFor.EPOCHS, TEXT, null, of("acme/seer")));
        assertThat(answer.plans()).isEmpty();
        assertThat(answer.overBudget()).singleElement().satisfies(plan -> {
            assertThat(plan.plan().epochs()).isEqualTo(1);
            assertThat(plan.left()).isEqualTo("-0.01");
            assertThat(plan.levers()).singleElement().satisfies(lever -> {
                assertThat(lever.code()).isEqualTo(LeverCode.FEWER_EXAMPLES);
                assertThat(lever.saving().expected()).isEqualTo("0.40");
                assertThat(lever.plan()).isEqualTo(new PlanSize(1, 900L, null, null));
            });
        });
        assertThat(answer.advisories()).extracting(Advisory::code).containsExactly(AdvisoryCode.SAVINGS_COST_ACCURACY);
    }

    /**
     * Two epochs of 100 examples cost 2.00, 235 + 765 tokens each. Detail low leaves 85 tokens an image, 512 x 512 pixels 255;
     * with two questions an image 50 conversations are left, of 470 + 765 tokens.
     */
    @Test
    void leversOfImagesByHand() {
        BudgetRequest asked = question("2", SolveFor.EPOCHS, PAGES, null, of("acme/seer"));
        PlannedAlternative plan = only(answer(new BudgetRequest(
                asked.budget(),
                asked.dataset(),
                null,
                asked.solveFor(),
                asked.alternatives(),
                null,
                new BigDecimal("2"),
                null,
                null,
                null,
                null,
                null)));
        assertThat(plan.plan().epochs()).isEqualTo(2);
        assertThat(plan.levers())
                .extracting(Lever::code, lever -> lever.saving().expected().toPlainString(), lever -> lever.plan()
                        .epochs())
                .containsExactly(
                        tuple(LeverCode.LOW_DETAIL, "1.36", 6),
                        tuple(LeverCode.RESIZE_TO_TILE_BOUNDARY, "1.02", 4),
                        tuple(LeverCode.PACK_QUESTIONS, "0.765", 3),
                        tuple(LeverCode.FEWER_EXAMPLES, "0.20", 2));
        assertThat(plan.levers().get(1).text()).contains("1024x1024 to 512x512 (765 to 255 tokens)");
    }

    /** 1,000 calls of 2,000 + 500 tokens of examples + 100 at 2, and 10 at 10 for a million: 5.30 a month. */
    @Test
    void leversOfCallsByHand() {
        FewShotExamples examples = new FewShotExamples(Range.exactly(1), Range.exactly(500), List.of());
        Workload prompted = workload(1_000, null, 2_000, examples, 100, 10, null, null, null, null, null);
        PlannedAlternative plan = only(
                answer(question("20", SolveFor.MONTHS, null, prompted, of(AlternativeKind.PROMPT, "acme/seer", null))));
        assertThat(plan.plan()).isEqualTo(new PlanSize(null, null, null, 3));
        assertThat(plan.levers())
                .extracting(Lever::code, lever -> lever.saving().expected().toPlainString(), lever -> lever.plan()
                        .months())
                .containsExactly(
                        tuple(LeverCode.BATCH, "7.95", 7),
                        tuple(LeverCode.CACHE_PREFIX, "7.296", 6),
                        tuple(LeverCode.DROP_FEW_SHOT_EXAMPLES, "3.00", 4));
    }

    /** Tuned tokens cost 1 to 3, expected 2: 4 months fit as expected, 2 if the high must. */
    @Test
    void whichBoundMustFitIsAsked() {
        Workload calls = workload(1_000_000, 0, 10, 0);
        BudgetRequest asked = question(
                "84",
                SolveFor.MONTHS,
                dataset(1_000, "100"),
                calls,
                of(AlternativeKind.FINE_TUNE, "acme/torn", plan(1_000, "100", null)));
        PlannedAlternative expected = only(answer(asked));
        assertThat(expected.plan().months()).isEqualTo(4);
        assertThat(expected.highFits()).isFalse();
        PlannedAlternative sure = only(answer(new BudgetRequest(
                asked.budget(),
                asked.dataset(),
                asked.workload(),
                asked.solveFor(),
                asked.alternatives(),
                null,
                null,
                Bound.HIGH,
                null,
                null,
                null,
                null)));
        assertThat(sure.plan().months()).isEqualTo(2);
        assertThat(sure.highFits()).isTrue();
    }

    /** 500 to 2,000 examples, expected 1,000, cost 2 to 8 a pass, expected 4: 30 pay for 7 as expected and for 3 surely. */
    @Test
    void rangesOfTheDatasetAreInItsCosts() {
        Dataset dataset = new DatasetSummary(
                new Range(new BigDecimal("500"), new BigDecimal("1000"), new BigDecimal("2000")),
                range("400"),
                null,
                null,
                null,
                null);
        BudgetRequest asked = question("30", SolveFor.EPOCHS, dataset, null, of("acme/seer"));
        PlannedAlternative expected = only(answer(asked));
        assertThat(expected.plan().epochs()).isEqualTo(7);
        assertThat(expected.cost().total().low()).isEqualTo("14.00");
        assertThat(expected.cost().total().high()).isEqualTo("56.00");
        assertThat(expected.highFits()).isFalse();
        PlannedAlternative sure = only(answer(new BudgetRequest(
                asked.budget(),
                dataset,
                null,
                asked.solveFor(),
                asked.alternatives(),
                null,
                null,
                Bound.HIGH,
                null,
                null,
                null,
                null)));
        assertThat(sure.plan().epochs()).isEqualTo(3);
    }

    @Test
    void whatCannotBeSolvedIsRuledOutWithItsReason() {
        BudgetPlan answer = answer(question(
                "10",
                SolveFor.EPOCHS,
                TEXT,
                workload(1_000, 0, 100, 10),
                of(AlternativeKind.PROMPT, "acme/kept", null),
                of("acme/secret"),
                of("acme/seer")));
        assertThat(answer.plans()).extracting(PlannedAlternative::id).containsExactly("acme/seer");
        assertThat(answer.ruledOut())
                .extracting(RuledOutAlternative::id, out -> out.reasons().get(0).code())
                .containsExactly(
                        tuple("acme/kept", RuledOutCode.NOTHING_TO_SOLVE), tuple("acme/secret", RuledOutCode.UNPRICED));
    }

    @Test
    void faultsNameTheirFields() {
        assertThat(faults(question(null, null, null, null, (ComparedAlternative[]) null)))
                .containsExactlyInAnyOrder("budget", "solveFor", "alternatives");
        assertThat(faults(question("0", SolveFor.EPOCHS, TEXT, null, of("acme/seer"))))
                .containsExactly("budget");
        assertThat(faults(question("5", SolveFor.EPOCHS, null, null, of(AlternativeKind.FINE_TUNE, "acme/seer", null))))
                .containsExactly("dataset");
        assertThat(faults(question("5", SolveFor.MONTHS, TEXT, null, of("acme/seer"))))
                .containsExactly("workload");
        assertThat(faults(question("5", SolveFor.EPOCHS, dataset(0, "1"), null, of("acme/seer"))))
                .containsExactly("dataset.examples");
        assertThat(faults(question("5", SolveFor.MONTHS, TEXT, workload(0, 1, 1, 1), of("acme/seer"))))
                .containsExactly("workload.requestsPerMonth");
        assertThat(faults(question(
                        "5",
                        SolveFor.EPOCHS,
                        TEXT,
                        null,
                        of(AlternativeKind.FINE_TUNE, "acme/seer", plan(10, "1", null)))))
                .containsExactly("alternatives[0].training.epochs");
        assertThat(faults(question("5", SolveFor.EPOCHS, TEXT, null, of("acme/seer"), of("acme/seer"))))
                .containsExactly("alternatives[1].id");
        assertThat(faults(question(
                        "5",
                        SolveFor.EPOCHS,
                        TEXT,
                        null,
                        Collections.nCopies(21, of("acme/seer")).toArray(ComparedAlternative[]::new))))
                .containsExactly("alternatives");
    }

    private static List<String> faults(BudgetRequest request) {
        return catchThrowableOfType(InvalidInputException.class, () -> answer(request)).violations().stream()
                .map(Violation::field)
                .toList();
    }

    private static BudgetRequest drawn(Random random) {
        SolveFor what = SolveFor.values()[random.nextInt(SolveFor.values().length)];
        boolean images = what == SolveFor.IMAGE_DETAIL || random.nextBoolean();
        String tokens = String.valueOf(1 + random.nextInt(900));
        long examples = 1 + random.nextInt(5_000);
        Dataset dataset = images
                ? new DatasetSummary(
                        Range.exactly(examples),
                        range(tokens),
                        Range.exactly(1 + random.nextInt(3)),
                        Range.exactly(1 + random.nextInt(3_000)),
                        Range.exactly(1 + random.nextInt(3_000)),
                        Detail.values()[random.nextInt(3)])
                : dataset(examples, tokens);
        Workload workload = what == SolveFor.MONTHS || random.nextBoolean() ? drawnWorkload(random) : null;
        List<ComparedAlternative> alternatives = new ArrayList<>();
        for (String offering : List.of("acme/seer", "acme/mortal", "acme/kept", "acme/torn")) {
            if (random.nextBoolean()) {
                alternatives.add(of(offering));
            }
        }
        alternatives.add(workload == null ? of("acme/secret") : of(AlternativeKind.PROMPT, "acme/secret", null));
        return new BudgetRequest(
                BigDecimal.valueOf(1 + random.nextInt(200_000), 2),
                dataset,
                workload,
                what,
                alternatives,
                null,
                random.nextBoolean() ? BigDecimal.valueOf(10 + random.nextInt(40), 1) : null,
                Bound.values()[random.nextInt(3)],
                random.nextBoolean(),
                null,
                null,
                null);
    }

    private static Workload drawnWorkload(Random random) {
        FewShotExamples examples = random.nextBoolean()
                ? null
                : new FewShotExamples(
                        Range.exactly(random.nextInt(4)),
                        Range.exactly(random.nextInt(500)),
                        List.of(new WorkloadImage(Range.exactly(900), Range.exactly(700), Detail.HIGH, null)));
        return workload(
                1 + random.nextInt(20_000),
                "0.02",
                random.nextInt(3_000),
                examples,
                random.nextInt(300),
                random.nextInt(300),
                "0.3",
                null,
                "0.9",
                "2",
                null);
    }

    private static BudgetRequest asking(BudgetRequest request, ComparedAlternative alternative) {
        return new BudgetRequest(
                request.budget(),
                request.dataset(),
                request.workload(),
                request.solveFor(),
                List.of(alternative),
                request.months(),
                request.questionsPerImage(),
                request.bound(),
                null,
                request.organization(),
                request.requirements(),
                request.asOf());
    }

    /**
     * A plan is within the budget and the next larger is one step larger and is not; a lever's saving is what two estimates
     * differ by, and none is named that saves nothing; with a lever the plan is never smaller, and the alternative that it
     * carries has that plan.
     */
    @Test
    void whatHoldsForEveryPlan() {
        int plans = 0;
        int levers = 0;
        int asked = 0;
        for (long seed = 0; seed < 1_500; seed++) {
            BudgetRequest request = drawn(new Random(seed));
            BudgetPlan answer = answer(request);
            Bound bound = request.bound();
            for (PlannedAlternative plan : answer.plans()) {
                assertThat(bound.of(plan.cost().total())).as("seed %d", seed).isLessThanOrEqualTo(request.budget());
                assertThat(plan.left().add(bound.of(plan.cost().total()))).isEqualByComparingTo(request.budget());
                if (plan.next() != null) {
                    assertThat(bound.of(plan.next().cost().total())).isGreaterThan(request.budget());
                    assertThat(size(request, plan.next().plan()) - size(request, plan.plan()))
                            .isEqualTo(1);
                }
                plans++;
            }
            answer.overBudget().forEach(plan -> assertThat(plan.left()).isNegative());
            List<PlannedAlternative> all = new ArrayList<>(answer.plans());
            all.addAll(answer.overBudget());
            for (PlannedAlternative plan : all) {
                BigDecimal before = plan.cost().total().expected();
                for (Lever lever : plan.levers()) {
                    assertThat(lever.saving().expected())
                            .isPositive()
                            .isEqualByComparingTo(
                                    before.subtract(lever.cost().total().expected()));
                    if (lever.plan() != null && plan.left().signum() >= 0 && lever.code() != LeverCode.PACK_QUESTIONS) {
                        assertThat(size(request, lever.plan()))
                                .as("seed %d %s", seed, lever)
                                .isGreaterThanOrEqualTo(size(request, plan.plan()));
                    }
                    assertThat(lever.alternative() != null).isEqualTo(request.leverAlternatives());
                    if (lever.alternative() != null && seed % 5 == 0) {
                        assertThat(answer(asking(request, lever.alternative())).plans())
                                .extracting(PlannedAlternative::plan)
                                .as("seed %d %s", seed, lever)
                                .isEqualTo(lever.plan() == null ? List.of() : List.of(lever.plan()));
                        asked++;
                    }
                    levers++;
                }
                assertThat(plan.levers())
                        .extracting(lever -> lever.saving().expected().negate())
                        .isSorted();
            }
        }
        assertThat(plans).isGreaterThan(1_000);
        assertThat(levers).isGreaterThan(5_000);
        assertThat(asked).isGreaterThan(500);
    }

    private static long size(BudgetRequest request, PlanSize plan) {
        return switch (request.solveFor()) {
            case EPOCHS -> plan.epochs();
            case EXAMPLES -> plan.examples();
            case MONTHS -> plan.months();
            case IMAGE_DETAIL -> plan.imageDetail() == Detail.LOW ? 0 : 1;
        };
    }

    /** The plan's own figures are those of the two estimates that anybody can ask for. */
    @Test
    void plansCostWhatTheEstimatesSay() {
        Workload calls = workload(1_000, 0, 100, 10);
        PlannedAlternative plan = only(answer(question("20", SolveFor.MONTHS, TEXT, calls, of("acme/seer"))));
        TrainingRequest job = TrainingRequest.of("acme/seer", TEXT, plan.plan().epochs());
        InferenceRequest question = new InferenceRequest(
                "acme/seer", true, calls, plan.plan().months(), null, null, null, null, null, null, null);
        assertThat(plan.training().total())
                .isEqualTo(TrainingEstimator.estimate(CATALOG, job, TODAY).total());
        assertThat(plan.calls().total())
                .isEqualTo(InferenceEstimator.estimate(CATALOG, question, TODAY).total());
    }
}

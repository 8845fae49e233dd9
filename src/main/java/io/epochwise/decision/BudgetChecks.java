package io.epochwise.decision;

import io.epochwise.estimate.Faults;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Range;
import java.math.BigDecimal;

/** What a question about a budget must keep, beyond what its parts check themselves. */
final class BudgetChecks {
    static final int MAX_MONTHS = PromptShorteningChecks.MAX_MONTHS;
    private static final int MAX_ALTERNATIVES = 20;
    private static final BigDecimal MAX_BUDGET = BigDecimal.valueOf(1_000_000_000_000_000L);
    private static final BigDecimal MAX_QUESTIONS = BigDecimal.valueOf(1_000_000);

    private final Faults faults = new Faults();

    private BudgetChecks() {}

    /** @throws InvalidInputException naming all that is wrong */
    static void check(BudgetRequest request) {
        BudgetChecks checks = new BudgetChecks();
        checks.amounts(request);
        if (checks.faults.given("solveFor", request.solveFor()) && request.solveFor() == SolveFor.MONTHS) {
            if (request.months() != null) {
                checks.faults.add("months", "must be left out: it is solved for");
            }
        }
        checks.faults.range("months", request.months(), 1, MAX_MONTHS);
        AlternativeChecks.check(
                checks.faults,
                request.alternatives(),
                MAX_ALTERNATIVES,
                (path, alternative) -> checks.parts(path, alternative, request));
        checks.faults.end();
    }

    private void amounts(BudgetRequest request) {
        if (faults.given("budget", request.budget())) {
            if (request.budget().signum() <= 0) {
                faults.add("budget", "must be above 0");
            } else {
                faults.decimal("budget", Range.exactly(request.budget()), BigDecimal.ZERO, MAX_BUDGET);
            }
        }
        if (request.questionsPerImage() != null) {
            faults.decimal(
                    "questionsPerImage", Range.exactly(request.questionsPerImage()), BigDecimal.ONE, MAX_QUESTIONS);
        }
    }

    private void parts(String path, ComparedAlternative alternative, BudgetRequest request) {
        boolean prompted = alternative.kind() == AlternativeKind.PROMPT;
        if (prompted && alternative.training() != null) {
            faults.add(path + ".training", "must be left out: the kind is prompt");
        }
        boolean examples = request.dataset() != null
                || alternative.training() != null && alternative.training().dataset() != null;
        boolean trained = alternative.kind() == AlternativeKind.FINE_TUNE || alternative.training() != null;
        if (trained && !prompted && !examples) {
            faults.given("dataset", null);
        }
        boolean onlyCalled = prompted || !trained && !examples;
        if (onlyCalled || request.solveFor() == SolveFor.MONTHS) {
            faults.given("workload", alternative.workload() != null ? alternative.workload() : request.workload());
        }
        if (alternative.training() != null) {
            new PlanChecks(faults).amounts(path + ".training.", alternative.training());
            solvedFor(path + ".training.", alternative.training(), request.solveFor());
        }
    }

    private void solvedFor(String path, TrainingPlan plan, SolveFor what) {
        if (what == SolveFor.EPOCHS && plan.epochs() != null) {
            faults.add(path + "epochs", "must be left out: it is solved for");
        }
        if (what == SolveFor.EXAMPLES && plan.additionalExamples() != null) {
            faults.add(path + "additionalExamples", "must be left out: examples are solved for");
        }
    }
}

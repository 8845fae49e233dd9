package io.epochwise.decision;

import io.epochwise.estimate.Faults;
import java.math.BigDecimal;

/** What a plan of training must keep beyond the job itself, which is checked where it is estimated. */
record PlanChecks(Faults faults) {
    private static final long MAX_EXAMPLES = 1_000_000_000;
    private static final BigDecimal MAX_PREPARATION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MAX_EVALUATION = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal MAX_EXTRA = BigDecimal.valueOf(1_000_000_000_000L);

    /** @param path where the plan stands, with a point behind it */
    void check(String path, TrainingPlan plan) {
        faults.given(path + "dataset", plan.dataset());
        amounts(path, plan);
    }

    /** The numbers alone, where the examples may stand elsewhere. */
    void amounts(String path, TrainingPlan plan) {
        faults.whole(path + "additionalExamples", plan.additionalExamples(), 0, MAX_EXAMPLES);
        faults.decimal(path + "preparationPerExample", plan.preparationPerExample(), BigDecimal.ZERO, MAX_PREPARATION);
        faults.decimal(path + "evaluationCost", plan.evaluationCost(), BigDecimal.ZERO, MAX_EVALUATION);
        faults.decimal(path + "extraUpFront", plan.extraUpFront(), BigDecimal.ZERO, MAX_EXTRA);
    }
}

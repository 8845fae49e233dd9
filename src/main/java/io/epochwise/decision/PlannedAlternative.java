package io.epochwise.decision;

import io.epochwise.dataset.Finding;
import io.epochwise.estimate.Estimate;
import io.epochwise.policy.RequirementResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What of an alternative can be had for the budget, or, if not even the least of it can, what that least would cost.
 *
 * @param id what it is called
 * @param kind what kind of way
 * @param offering the offering's id
 * @param plan the largest plan within the budget; else the smallest there is
 * @param cost what it costs
 * @param left what remains of the budget; negative if the smallest plan costs more
 * @param highFits whether its high cost too is within the budget
 * @param binds what keeps it from being larger
 * @param next the next larger plan and what is missing for it; null if there is none or the plan itself is over the budget
 * @param levers what can be done to pay less, the largest saving first
 * @param training what is paid before the first request; null if nothing is trained
 * @param calls what the months of calls cost; null if nothing is called
 * @param findings whether it meets the requirements; empty if none are given
 * @param datasetFindings what its limits say of the training examples; empty if nothing is trained
 */
public record PlannedAlternative(
        String id,
        AlternativeKind kind,
        String offering,
        PlanSize plan,
        PlanCost cost,
        BigDecimal left,
        boolean highFits,
        List<Binding> binds,
        NextPlan next,
        List<Lever> levers,
        Estimate training,
        Estimate calls,
        List<RequirementResult> findings,
        List<Finding> datasetFindings) {
    /** Copies the lists. */
    public PlannedAlternative {
        binds = List.copyOf(binds);
        levers = List.copyOf(levers);
        findings = List.copyOf(findings);
        datasetFindings = List.copyOf(datasetFindings);
    }

    PlannedAlternative withIds(UnaryOperator<String> ofEstimate) {
        return new PlannedAlternative(
                id,
                kind,
                offering,
                plan,
                cost,
                left,
                highFits,
                binds,
                next,
                levers,
                training == null ? null : training.withId(ofEstimate.apply(id + "/training")),
                calls == null ? null : calls.withId(ofEstimate.apply(id + "/calls")),
                findings,
                datasetFindings);
    }
}

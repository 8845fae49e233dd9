package io.epochwise.decision;

import io.epochwise.catalog.Unit;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.JobAvailability;
import io.epochwise.estimate.LineCode;
import io.epochwise.estimate.OwnCost;
import io.epochwise.estimate.TrainingEstimator;
import io.epochwise.estimate.WarningCode;
import io.epochwise.money.Range;
import io.epochwise.policy.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is paid before the first request: the training job, and what the caller says it costs beside it. */
final class UpFront {
    private UpFront() {}

    /** What an estimate of training alone says of a model that is kept, which the calls beside it include. */
    private static final Set<WarningCode> OF_KEEPING = EnumSet.of(
            WarningCode.HOSTING_NOT_INCLUDED, WarningCode.STORAGE_NOT_INCLUDED, WarningCode.SERVING_NOT_INCLUDED);

    /**
     * Estimates it where the costs of calls stand beside it.
     *
     * @param plan of whose numbers what is expected is taken
     * @return the estimate of the job with a line for each further cost, without an id
     * @throws io.epochwise.fault.InvalidInputException if the job breaks a rule; the fields are those of the job
     */
    static Estimate of(
            JobAvailability jobs, String offering, TrainingPlan plan, Organization organization, LocalDate asOf) {
        return alone(jobs, offering, plan, organization, asOf).without(OF_KEEPING);
    }

    /** The same where nothing is said of calls, so that it must be told that keeping the model costs more. */
    static Estimate alone(
            JobAvailability jobs, String offering, TrainingPlan plan, Organization organization, LocalDate asOf) {
        Estimate job = TrainingEstimator.estimate(jobs, plan.request(offering, organization, asOf), asOf);
        List<OwnCost> costs = new ArrayList<>();
        if (plan.preparationPerExample() != null) {
            costs.add(new OwnCost(
                    LineCode.UP_FRONT_PREPARATION,
                    BigDecimal.valueOf(plan.examples()),
                    Unit.EXAMPLE,
                    plan.preparationPerExample().expected()));
        }
        addOnce(costs, LineCode.UP_FRONT_EVALUATION, plan.evaluationCost());
        addOnce(costs, LineCode.UP_FRONT_EXTRA, plan.extraUpFront());
        return job.with(costs);
    }

    private static void addOnce(List<OwnCost> costs, LineCode code, Range amount) {
        if (amount != null) {
            costs.add(new OwnCost(code, BigDecimal.ONE, Unit.JOB, amount.expected()));
        }
    }
}

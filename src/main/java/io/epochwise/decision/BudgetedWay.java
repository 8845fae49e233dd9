package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import io.epochwise.dataset.Dataset;
import io.epochwise.dataset.DefaultEpochs;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.Explored;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.JobAvailability;
import io.epochwise.estimate.PreparedInference;
import io.epochwise.estimate.Workload;
import io.epochwise.money.RangeChoice;
import io.epochwise.policy.Organization;
import java.time.LocalDate;
import java.util.Objects;

/**
 * An alternative of a budget plan with all that it takes from the question, whose drafts can be estimated.
 *
 * @param jobs of the catalog; all drafts ask it
 * @param path where it stands in the question
 * @param alternative with its kind
 * @param plan how it is trained; null if nothing is
 * @param commonDataset whether the training examples are those of the question
 * @param commonWorkload whether the workload is that of the question
 */
record BudgetedWay(
        Catalog catalog,
        JobAvailability jobs,
        BudgetRequest request,
        Organization organization,
        LocalDate asOf,
        String path,
        ComparedAlternative alternative,
        Offering offering,
        TrainingPlan plan,
        boolean commonDataset,
        boolean commonWorkload) {

    /** Fills in what the question says for all. */
    static BudgetedWay of(
            Catalog catalog,
            BudgetRequest request,
            Organization organization,
            LocalDate asOf,
            String path,
            ComparedAlternative said) {
        Offering offering = Part.at(path, () -> catalog.require(said.offering()));
        boolean ownDataset = said.training() != null && said.training().dataset() != null;
        ComparedAlternative alternative = said.of(kind(said, offering, ownDataset || request.dataset() != null));
        RulingOut.checkKind(path, alternative.kind(), offering);
        TrainingPlan plan = null;
        if (alternative.kind() != AlternativeKind.PROMPT && (ownDataset || request.dataset() != null)) {
            plan = Objects.requireNonNullElse(said.training(), TrainingPlan.of(request.dataset()));
            plan = ownDataset ? plan : plan.with(request.dataset());
        }
        return new BudgetedWay(
                catalog,
                new JobAvailability(catalog),
                request,
                organization,
                asOf,
                path,
                alternative,
                offering,
                plan,
                !ownDataset,
                said.workload() == null);
    }

    private static AlternativeKind kind(ComparedAlternative said, Offering offering, boolean examples) {
        if (said.kind() != null) {
            return said.kind();
        }
        if (offering.kind() == OfferingKind.SELF_HOSTED) {
            return AlternativeKind.SELF_HOSTED;
        }
        return examples && !Boolean.TRUE.equals(said.tuned()) ? AlternativeKind.FINE_TUNE : AlternativeKind.PROMPT;
    }

    /** The plan as the question says it, with the epochs that all of its examples get where none are set. */
    Draft draft() {
        Workload workload = commonWorkload ? request.workload() : alternative.workload();
        Integer months = workload == null ? null : Objects.requireNonNullElse(request.months(), 1);
        if (plan == null) {
            return new Draft(null, null, null, null, null, null, workload, alternative.tier(), months, null);
        }
        Dataset dataset = plan.additionalExamples() == null
                ? plan.dataset()
                : plan.dataset().withExamples(plan.examples());
        int epochs = plan.epochs() != null
                ? plan.epochs()
                : DefaultEpochs.of(offering, plan.tier(), asOf, dataset.exampleCount());
        return new Draft(
                dataset,
                epochs,
                plan.validation(),
                plan.tier(),
                plan.adapter(),
                plan.compute(),
                workload,
                alternative.tier(),
                months,
                null);
    }

    /** The alternative of the question with all that a draft varies, with examples and workload of its own. */
    ComparedAlternative alternative(Draft draft) {
        return alternative.with(plan == null ? null : plan.with(draft), draft.workload(), draft.tier());
    }

    /** What a draft costs, over the ranges of its numbers; faults are told by the places in the question. */
    PlanEstimates estimate(Draft draft) {
        PreparedInference prepared = draft.workload() == null
                ? null
                : Part.at(
                        path,
                        commonWorkload ? "workload" : null,
                        () -> PreparedInference.of(catalog, question(draft), asOf));
        Explored<PlanEstimates> explored =
                Explored.of(choice -> point(draft, prepared, choice), PlanEstimates::expectedTotal);
        return explored.points().filter(PlanEstimates::priced).reduce(explored.expected(), PlanEstimates::spanning);
    }

    private PlanEstimates point(Draft draft, PreparedInference prepared, RangeChoice choice) {
        Estimate training =
                draft.dataset() == null ? null : training(plan.with(draft).resolved("training.", choice), prepared);
        return new PlanEstimates(
                training,
                prepared,
                prepared == null ? null : prepared.costs(draft.workload().resolved("workload.", choice)));
    }

    private Estimate training(TrainingPlan job, PreparedInference calls) {
        return Part.at(
                path + ".training",
                commonDataset ? "dataset" : null,
                () -> calls == null
                        ? UpFront.alone(jobs, offering.id(), job, organization, asOf)
                        : UpFront.of(jobs, offering.id(), job, organization, asOf));
    }

    private InferenceRequest question(Draft draft) {
        return new ModelUse(
                        offering.id(),
                        draft.dataset() != null || Boolean.TRUE.equals(alternative.tuned()),
                        draft.workload(),
                        draft.tier(),
                        alternative.region(),
                        alternative.overrides(),
                        alternative.serving())
                .request(false, draft.months(), organization, asOf);
    }
}

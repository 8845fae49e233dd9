package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.dataset.Finding;
import io.epochwise.dataset.LimitFindings;
import io.epochwise.estimate.LineCode;
import io.epochwise.money.Decimals;
import io.epochwise.policy.Organization;
import io.epochwise.policy.RequirementResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers one question about a budget. */
final class Budgeting {
    private static final Comparator<PlannedAlternative> CHEAPEST_FIRST = Comparator.comparing(
                    (PlannedAlternative plan) -> plan.cost().total().expected())
            .thenComparing(PlannedAlternative::id);

    private final Catalog catalog;
    private final BudgetRequest request;
    private final LocalDate asOf;
    private final Organization organization;
    private final List<PlannedAlternative> plans = new ArrayList<>();
    private final List<PlannedAlternative> overBudget = new ArrayList<>();
    private final List<RuledOutAlternative> ruledOut = new ArrayList<>();
    private final SingleCurrency currency = new SingleCurrency();

    Budgeting(Catalog catalog, BudgetRequest request, LocalDate asOf) {
        this.catalog = catalog;
        this.request = request;
        this.asOf = asOf;
        organization = Objects.requireNonNullElse(request.organization(), Organization.UNKNOWN);
    }

    BudgetPlan answer() {
        for (int i = 0; i < request.alternatives().size(); i++) {
            place(BudgetedWay.of(
                    catalog,
                    request,
                    organization,
                    asOf,
                    "alternatives[" + i + "]",
                    request.alternatives().get(i)));
        }
        plans.sort(Comparator.comparing(this::size).reversed().thenComparing(CHEAPEST_FIRST));
        overBudget.sort(CHEAPEST_FIRST);
        return new BudgetPlan(
                null,
                catalog.version(),
                asOf,
                currency.code(),
                Decimals.amount(request.budget()),
                request.solveFor(),
                request.mustFit(),
                plans,
                overBudget,
                ruledOut,
                advisories());
    }

    /** How much there is of what is solved for. */
    private Long size(PlannedAlternative planned) {
        PlanSize plan = planned.plan();
        return switch (request.solveFor()) {
            case EPOCHS -> Long.valueOf(plan.epochs());
            case EXAMPLES -> plan.examples();
            case IMAGE_DETAIL -> Long.valueOf(plan.imageDetail().ordinal());
            case MONTHS -> Long.valueOf(plan.months());
        };
    }

    private void place(BudgetedWay way) {
        Draft draft = way.draft();
        PlanEstimates asSaid = way.estimate(draft);
        asSaid.currencies().forEach(found -> currency.add(way.path() + ".offering", found));
        List<RequirementResult> findings = new RulingOut(catalog, request.requirements(), organization, asOf)
                .findings(way.alternative(), way.offering());
        List<RuledOutReason> reasons =
                new ArrayList<>(RulingOut.reasons(asSaid.training(), asSaid.prepared(), asSaid.calls(), findings));
        nothingToSolve(way, draft, asSaid).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            ruledOut.add(new RuledOutAlternative(
                    way.alternative().name(),
                    way.alternative().kind(),
                    way.offering().id(),
                    reasons));
            return;
        }
        BudgetSolver solver = new BudgetSolver(way);
        BudgetSolver.Solved solved = solver.solve(draft);
        (solved.fits() ? plans : overBudget).add(planned(way, solver, solved, findings));
    }

    /** Why there is nothing of what is asked for in the alternative, or why its costs do not depend on it. */
    private Optional<RuledOutReason> nothingToSolve(BudgetedWay way, Draft draft, PlanEstimates asSaid) {
        String why =
                switch (request.solveFor()) {
                    case EPOCHS, EXAMPLES ->
                        draft.dataset() == null
                                ? "Nothing is trained, so there are no " + request.solveFor() + "."
                                : byTime(asSaid)
                                        ? "The training is billed by time, whatever the " + request.solveFor() + "."
                                        : null;
                    case IMAGE_DETAIL -> draft.hasImages() ? null : "Neither training nor calls have images.";
                    case MONTHS -> null;
                };
        return Optional.ofNullable(why).map(text -> new RuledOutReason(RuledOutCode.NOTHING_TO_SOLVE, text));
    }

    private static boolean byTime(PlanEstimates estimates) {
        return estimates.training().lines().stream().anyMatch(line -> line.code() == LineCode.TRAINING_HOURS);
    }

    private PlannedAlternative planned(
            BudgetedWay way, BudgetSolver solver, BudgetSolver.Solved solved, List<RequirementResult> findings) {
        PlanEstimates estimates = solved.estimates();
        BigDecimal left = request.budget().subtract(estimates.total(request.mustFit()));
        return new PlannedAlternative(
                way.alternative().name(),
                way.alternative().kind(),
                way.offering().id(),
                solved.draft().size(),
                estimates.cost(),
                Decimals.amount(left),
                estimates.cost().total().high().compareTo(request.budget()) <= 0,
                solver.binds(solved),
                next(solved),
                new Levers(way, solver, solved).ranked(),
                estimates.training(),
                estimates.calls() == null ? null : estimates.calls().estimate(),
                findings,
                datasetFindings(way, solved.draft()));
    }

    private NextPlan next(BudgetSolver.Solved solved) {
        if (solved.next() == null) {
            return null;
        }
        return new NextPlan(
                solved.next().size(),
                solved.larger().cost(),
                Decimals.amount(solved.larger().total(request.mustFit()).subtract(request.budget())));
    }

    private List<Finding> datasetFindings(BudgetedWay way, Draft draft) {
        return draft.dataset() == null
                ? List.of()
                : LimitFindings.of(draft.dataset(), way.offering(), draft.trainingTier(), asOf);
    }

    private List<Advisory> advisories() {
        boolean costAccuracy = Stream.concat(plans.stream(), overBudget.stream())
                .flatMap(plan -> plan.levers().stream())
                .anyMatch(lever -> lever.trade() == LeverTrade.ACCURACY);
        return costAccuracy ? List.of(Advisory.of(AdvisoryCode.SAVINGS_COST_ACCURACY)) : List.of();
    }
}

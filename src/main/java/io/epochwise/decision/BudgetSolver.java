package io.epochwise.decision;

import io.epochwise.catalog.LimitName;
import io.epochwise.dataset.Dataset;
import io.epochwise.estimate.EpochLimit;
import io.epochwise.money.Bound;
import io.epochwise.money.Decimals;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageBilling;
import io.epochwise.token.image.ImageChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Finds the largest plan of an alternative within a budget. Costs never fall as epochs, examples, months or detail grow, so the
 * largest is found by halving, and what is answered has been estimated itself, as has the next larger one.
 */
final class BudgetSolver {
    /** From the closest look to the cheapest. */
    private static final List<Detail> DETAILS = List.of(Detail.ORIGINAL, Detail.HIGH, Detail.LOW);

    private final BudgetedWay way;
    private final SolveFor what;
    private final BigDecimal budget;
    private final Bound bound;

    /**
     * A plan as it was found.
     *
     * @param fits whether it is within the budget
     * @param next the next larger one; null if there is none or this is the smallest and over the budget
     * @param end what ends plans beside the budget; null if that is not reached
     */
    record Solved(Draft draft, PlanEstimates estimates, boolean fits, Draft next, PlanEstimates larger, Binding end) {}

    BudgetSolver(BudgetedWay way) {
        this.way = way;
        what = way.request().solveFor();
        budget = way.request().budget();
        bound = way.request().mustFit();
    }

    /** The largest plan within the budget, or else the smallest; a draft without a price is answered as it is. */
    Solved solve(Draft draft) {
        return switch (what) {
            case EPOCHS -> epochs(draft);
            case EXAMPLES -> examples(draft);
            case MONTHS -> months(draft);
            case IMAGE_DETAIL -> detail(draft);
        };
    }

    private Solved epochs(Draft draft) {
        EpochLimit bounds = EpochLimit.of(way.offering(), draft.trainingTier(), way.asOf());
        return largest(
                bounds.min(),
                bounds.max(),
                epochs -> draft.withEpochs((int) epochs),
                new Binding(
                        BindingCode.EPOCH_LIMIT,
                        bounds.source() == null
                                ? "More than " + bounds.max() + " epochs are not looked at."
                                : "The provider trains for at most " + bounds.max() + " epochs. " + bounds.source()));
    }

    private Solved examples(Draft draft) {
        Dataset all = draft.dataset();
        long least = way.offering()
                .limit(LimitName.EXAMPLES, draft.trainingTier(), way.asOf())
                .filter(limit -> limit.min() != null)
                .map(limit -> Math.min(limit.min().longValue(), all.exampleCount()))
                .orElse(1L);
        return largest(
                least,
                all.exampleCount(),
                count -> draft.withExamples(count),
                new Binding(
                        BindingCode.ALL_EXAMPLES,
                        "All " + all.exampleCount() + " examples of the dataset are trained on."));
    }

    private Solved months(Draft draft) {
        int most = BudgetChecks.MAX_MONTHS;
        PlanEstimates longest = way.estimate(draft.withMonths(most));
        int lasting = Math.max(1, longest.calls().months().size());
        Binding end = lasting < most
                ? new Binding(
                        BindingCode.SHUTDOWN,
                        "The model cannot be called beyond month " + lasting + ": it ends on "
                                + longest.prepared().availability().until() + ".")
                : new Binding(BindingCode.LONGEST_HORIZON, "More than " + most + " months are not looked at.");
        return largest(1, lasting, months -> draft.withMonths((int) months), end);
    }

    private Solved detail(Draft draft) {
        List<Draft> details = new ArrayList<>();
        List<PlanEstimates> estimates = new ArrayList<>();
        for (Detail detail : details(way)) {
            Draft drawn = withDetail(draft, detail);
            PlanEstimates cost = way.estimate(drawn);
            boolean same = !details.isEmpty()
                    && cost.priced()
                    && cost.cost().equals(estimates.get(estimates.size() - 1).cost());
            if (same) {
                // The plainer name of two that cost the same.
                details.set(details.size() - 1, drawn);
            } else {
                details.add(drawn);
                estimates.add(cost);
            }
        }
        if (details.size() == 1) {
            details.set(0, draft.named(Detail.AUTO));
        }
        Binding end = new Binding(
                BindingCode.BEST_DETAIL,
                details.size() == 1
                        ? "The model looks at these images in one way only."
                        : "Images are looked at as closely as the model can.");
        for (int i = 0; i < details.size(); i++) {
            if (fits(estimates.get(i))) {
                return i == 0
                        ? new Solved(details.get(i), estimates.get(i), true, null, null, end)
                        : new Solved(
                                details.get(i), estimates.get(i), true, details.get(i - 1), estimates.get(i - 1), null);
            }
        }
        int least = details.size() - 1;
        return new Solved(details.get(least), estimates.get(least), false, null, null, null);
    }

    /** The details that the offering takes, the closest first. */
    static List<Detail> details(BudgetedWay way) {
        Optional<ImageBilling> billing = way.offering().imageBilling(way.asOf());
        List<Detail> taken = DETAILS.stream()
                .filter(detail -> billing.isPresent() && billing.get().supports(detail))
                .toList();
        return taken.isEmpty() ? List.of(Detail.AUTO) : taken;
    }

    private Draft withDetail(Draft draft, Detail detail) {
        return Levers.withImages(way, draft, ImageChange.detail(detail)).named(detail);
    }

    private Solved largest(long min, long max, LongFunction<Draft> drafts, Binding end) {
        PlanEstimates smallest = way.estimate(drafts.apply(min));
        if (!fits(smallest)) {
            return new Solved(drafts.apply(min), smallest, false, null, null, null);
        }
        PlanEstimates largest = way.estimate(drafts.apply(max));
        if (fits(largest)) {
            return new Solved(drafts.apply(max), largest, true, null, null, end);
        }
        long fitting = min;
        long beyond = max;
        PlanEstimates ofFitting = smallest;
        PlanEstimates ofBeyond = largest;
        while (beyond - fitting > 1) {
            long middle = fitting + (beyond - fitting) / 2;
            PlanEstimates ofMiddle = way.estimate(drafts.apply(middle));
            if (fits(ofMiddle)) {
                fitting = middle;
                ofFitting = ofMiddle;
            } else {
                beyond = middle;
                ofBeyond = ofMiddle;
            }
        }
        return new Solved(drafts.apply(fitting), ofFitting, true, drafts.apply(beyond), ofBeyond, null);
    }

    private boolean fits(PlanEstimates estimates) {
        return estimates.priced() && estimates.total(bound).compareTo(budget) <= 0;
    }

    /** What keeps the plan from being larger. */
    List<Binding> binds(Solved solved) {
        if (solved.end() != null) {
            return List.of(solved.end());
        }
        if (!solved.fits()) {
            return List.of(new Binding(
                    BindingCode.BUDGET,
                    "The smallest plan costs " + words(solved.estimates().total(bound)) + " (" + bound + ")."));
        }
        return List.of(new Binding(
                BindingCode.BUDGET,
                "The next larger plan costs " + words(solved.larger().total(bound)) + " (" + bound + ")."));
    }

    private static String words(BigDecimal amount) {
        return Decimals.amount(amount).toPlainString();
    }
}

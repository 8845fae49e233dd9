package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Offering;
import io.epochwise.estimate.Driver;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.InferenceCosts;
import io.epochwise.estimate.JobAvailability;
import io.epochwise.estimate.MonthCosts;
import io.epochwise.estimate.PreparedInference;
import io.epochwise.estimate.Workload;
import io.epochwise.money.Range;
import io.epochwise.money.RangeChoice;
import io.epochwise.policy.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** An alternative of a comparison, to be answered for any values of its numbers; what stays the same is not asked again. */
final class AlternativeQuestion {
    private final JobAvailability jobs;
    private final Organization organization;
    private final LocalDate asOf;
    private final String path;
    private final ComparedAlternative alternative;
    private final Offering offering;
    private final Workload workload;
    private final String workloadPath;
    private final PreparedInference prepared;
    private TrainingPlan lastPlan;
    private Estimate lastUpFront;
    private Workload lastWorkload;
    private InferenceCosts lastCosts;

    /**
     * The costs for one value of each number.
     *
     * @param upFront null if nothing is trained
     */
    record Costs(Estimate upFront, InferenceCosts calls) {
        /** The total as expected; null if it is not known. */
        BigDecimal total() {
            Range all = inAll();
            return all == null ? null : all.expected();
        }

        /** What all of it costs; null if it is not known, or no month exists. */
        Range inAll() {
            Range all = calls.months().isEmpty() ? null : ComparedAmounts.paid(upFront);
            for (MonthCosts month : calls.months()) {
                all = all == null || month.total() == null ? null : all.plus(month.total());
            }
            return all;
        }

        ComparedAmounts amounts() {
            return ComparedAmounts.of(upFront, calls);
        }

        /** What facts leave open in the total. */
        List<Driver> facts() {
            List<EstimateLine> lines = Stream.concat(Stream.ofNullable(upFront), Stream.of(calls.estimate()))
                    .flatMap(estimate -> estimate.lines().stream())
                    .toList();
            return Driver.facts(total(), lines);
        }
    }

    /**
     * Checks the question.
     *
     * @param path where the alternative stands
     */
    AlternativeQuestion(
            Catalog catalog,
            ComparisonRequest request,
            Organization organization,
            LocalDate asOf,
            String path,
            ComparedAlternative alternative) {
        jobs = new JobAvailability(catalog);
        this.organization = organization;
        this.asOf = asOf;
        this.path = path;
        this.alternative = alternative;
        offering = Part.at(path, () -> catalog.require(alternative.offering()));
        RulingOut.checkKind(path, alternative.kind(), offering);
        ModelUse use = alternative.use(request.workload());
        boolean own = alternative.workload() != null;
        workload = use.workload();
        workloadPath = own ? path + ".workload." : "workload.";
        prepared = Part.at(
                path,
                own ? null : "workload",
                () -> PreparedInference.of(catalog, use.request(false, request.months(), organization, asOf), asOf));
    }

    Offering offering() {
        return offering;
    }

    ComparedAlternative alternative() {
        return alternative;
    }

    PreparedInference prepared() {
        return prepared;
    }

    Costs costs(RangeChoice choice) {
        return new Costs(upFront(choice), calls(choice));
    }

    private Estimate upFront(RangeChoice choice) {
        if (alternative.training() == null) {
            return null;
        }
        TrainingPlan plan = alternative.training().resolved(path + ".training.", choice);
        if (!plan.equals(lastPlan)) {
            lastUpFront = Part.at(path + ".training", () -> UpFront.of(jobs, offering.id(), plan, organization, asOf));
            lastPlan = plan;
        }
        return lastUpFront;
    }

    private InferenceCosts calls(RangeChoice choice) {
        Workload chosen = workload.resolved(workloadPath, choice);
        if (!chosen.equals(lastWorkload)) {
            lastCosts = prepared.costs(chosen, lastCosts);
            lastWorkload = chosen;
        }
        return lastCosts;
    }
}

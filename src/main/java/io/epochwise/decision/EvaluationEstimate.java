package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.estimate.Assumption;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.EvaluationCosts;
import io.epochwise.estimate.EvaluationEstimator;
import io.epochwise.estimate.EvaluationRequest;
import io.epochwise.estimate.EvaluationRun;
import io.epochwise.estimate.Warning;
import io.epochwise.money.Range;
import io.epochwise.policy.Availability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What an evaluation costs, as an {@link Estimate}, and how many questions a precision takes.
 *
 * @param id digest of the normalized request and the catalog version; null until set by {@link #withId}
 * @param run what is asked
 * @param sampleSize what the asked margin of error or difference takes; null if neither is asked
 * @param achieved how sure the run is; null if no precision is asked
 */
public record EvaluationEstimate(
        String id,
        String catalogVersion,
        LocalDate asOf,
        String offering,
        String currency,
        Range total,
        List<EstimateLine> lines,
        List<Assumption> assumptions,
        List<Warning> warnings,
        Availability availability,
        EvaluationRun run,
        SampleSize sampleSize,
        AchievedPrecision achieved) {
    /**
     * Estimates an evaluation.
     *
     * @param catalog where the facts are from
     * @param request what is asked
     * @param today the day to take where the request names none
     * @return the estimate, without an id
     * @throws io.epochwise.fault.InvalidInputException if the request breaks a rule
     * @throws io.epochwise.fault.UnknownNameException if there is no such offering, benchmark or harness
     */
    public static EvaluationEstimate of(Catalog catalog, EvaluationRequest request, LocalDate today) {
        EvaluationCosts costs = EvaluationEstimator.estimate(catalog, request, today);
        Estimate estimate = costs.estimate();
        List<Assumption> assumptions = new ArrayList<>(estimate.assumptions());
        List<Warning> warnings = new ArrayList<>(estimate.warnings());
        SampleSize size = null;
        AchievedPrecision achieved = null;
        if (request.precision() != null) {
            SampleSizing sizing = new SampleSizing(catalog, request, costs, assumptions, warnings);
            achieved = sizing.achieved();
            size = sizing.size(achieved);
        }
        return new EvaluationEstimate(
                null,
                estimate.catalogVersion(),
                estimate.asOf(),
                estimate.offering(),
                estimate.currency(),
                estimate.total(),
                estimate.lines(),
                List.copyOf(assumptions),
                List.copyOf(warnings),
                estimate.availability(),
                costs.run(),
                size,
                achieved);
    }

    /** The same estimate with its id. */
    public EvaluationEstimate withId(String id) {
        return new EvaluationEstimate(
                id,
                catalogVersion,
                asOf,
                offering,
                currency,
                total,
                lines,
                assumptions,
                warnings,
                availability,
                run,
                sampleSize,
                achieved);
    }
}

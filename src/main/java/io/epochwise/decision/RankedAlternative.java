package io.epochwise.decision;

import io.epochwise.dataset.Finding;
import io.epochwise.estimate.Assumption;
import io.epochwise.estimate.Driver;
import io.epochwise.estimate.Uncertainty;
import io.epochwise.estimate.Warning;
import io.epochwise.money.Range;
import io.epochwise.policy.Availability;
import io.epochwise.policy.RequirementResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An alternative that can be had, with its costs.
 *
 * @param id what it is called
 * @param kind what kind of way
 * @param offering the offering's id
 * @param upFront what is paid before the first request; nothing where nothing is trained
 * @param firstMonth what the first month costs
 * @param total what is paid first and all months
 * @param perThousandRequests the total for 1,000 requests, rounded half to even at 20 decimals
 * @param requests how many requests it answers
 * @param wholeHorizon whether it lasts all months that are looked at
 * @param months the months, with what has come together by the end of each
 * @param availability whether the training job can be created, or, where nothing is trained, whether the model can be called
 * @param callAvailability whether the model can be called, and until when
 * @param findings whether it meets the requirements; empty if none are given
 * @param datasetFindings what its limits say of the training examples; empty if nothing is trained
 * @param warnings what may make the amounts wrong
 * @param assumptions what the amounts rest on beyond stated facts
 * @param drivers what makes the total uncertain, the greatest first; empty if it is exact
 * @param uncertainty what the total comes to when it is drawn many times; null if that is not asked for
 * @param cheapestShare the part of the draws in which it is the cheapest of all that last the whole horizon, from 0 to 1,
 *     rounded at 4 decimals; null if it does not, or nothing is drawn
 */
public record RankedAlternative(
        String id,
        AlternativeKind kind,
        String offering,
        Range upFront,
        Range firstMonth,
        Range total,
        Range perThousandRequests,
        BigDecimal requests,
        boolean wholeHorizon,
        List<ComparedMonth> months,
        Availability availability,
        Availability callAvailability,
        List<RequirementResult> findings,
        List<Finding> datasetFindings,
        List<Warning> warnings,
        List<Assumption> assumptions,
        List<Driver> drivers,
        Uncertainty uncertainty,
        BigDecimal cheapestShare) {
    /** Copies the lists. */
    public RankedAlternative {
        months = List.copyOf(months);
        findings = List.copyOf(findings);
        datasetFindings = List.copyOf(datasetFindings);
        warnings = List.copyOf(warnings);
        assumptions = List.copyOf(assumptions);
        drivers = List.copyOf(drivers);
    }

    /** What alternatives are compared by: the total, or where that is of fewer months what 1,000 requests cost. */
    Range compared() {
        return wholeHorizon ? total : perThousandRequests;
    }

    /** The same with what came of many draws. */
    RankedAlternative drawn(Uncertainty ofTotal, BigDecimal shareOfWins) {
        return new RankedAlternative(
                id,
                kind,
                offering,
                upFront,
                firstMonth,
                total,
                perThousandRequests,
                requests,
                wholeHorizon,
                months,
                availability,
                callAvailability,
                findings,
                datasetFindings,
                warnings,
                assumptions,
                drivers,
                ofTotal,
                shareOfWins);
    }

    /**
     * A month of an alternative.
     *
     * @param month counted from 1
     * @param date its first day
     * @param requests how many there are
     * @param cost what it costs
     * @param cumulative what the alternative has cost by its end, what is paid first included
     */
    public record ComparedMonth(int month, LocalDate date, BigDecimal requests, Range cost, Range cumulative) {}
}

package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.InferenceCosts;
import io.epochwise.estimate.PreparedInference;
import io.epochwise.estimate.Warning;
import io.epochwise.estimate.WarningCode;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.policy.Availability;
import io.epochwise.policy.DueDiligence;
import io.epochwise.policy.DueDiligenceRequest;
import io.epochwise.policy.Organization;
import io.epochwise.policy.Outcome;
import io.epochwise.policy.Reason;
import io.epochwise.policy.RequirementResult;
import io.epochwise.policy.Requirements;
import io.epochwise.policy.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which alternatives cannot be had, and why.
 *
 * @param requirements what each must meet; null for nothing
 */
record RulingOut(Catalog catalog, Requirements requirements, Organization organization, LocalDate asOf) {
    /** Warnings of a call that no provider would answer. */
    private static final Map<WarningCode, RuledOutCode> REFUSED = new EnumMap<>(Map.of(
            WarningCode.CONTEXT_EXCEEDED, RuledOutCode.CONTEXT_EXCEEDED,
            WarningCode.TOO_MANY_IMAGES, RuledOutCode.TOO_MANY_IMAGES,
            WarningCode.IMAGES_REJECTED, RuledOutCode.IMAGES_REJECTED));

    /** @throws InvalidInputException if the offering is of another kind than said */
    static void checkKind(String path, AlternativeKind kind, Offering offering) {
        boolean self = offering.kind() == OfferingKind.SELF_HOSTED;
        if (self != (kind == AlternativeKind.SELF_HOSTED)) {
            throw new InvalidInputException(
                    path + ".kind",
                    self
                            ? "must be self-hosted: the offering is an open model on own or rented GPUs"
                            : "must be prompt or fine-tune: the offering is hosted");
        }
    }

    /** Whether the alternative meets the requirements; empty if there are none. */
    List<RequirementResult> findings(ComparedAlternative alternative, Offering offering) {
        if (requirements == null) {
            return List.of();
        }
        Method method =
                alternative.training() == null ? null : alternative.training().method();
        DueDiligenceRequest question = new DueDiligenceRequest(
                offering.id(), null, null, requirements, organization, alternative.tier(), method, asOf);
        return DueDiligence.of(catalog, question, asOf).offerings().get(0).results();
    }

    /**
     * Why an alternative cannot be had; empty if it can.
     *
     * @param upFront null if nothing is trained
     * @param calls null if nothing is called, as are their costs
     */
    static List<RuledOutReason> reasons(
            Estimate upFront, PreparedInference calls, InferenceCosts costs, List<RequirementResult> findings) {
        List<RuledOutReason> reasons = new ArrayList<>();
        if (upFront != null && ended(upFront.availability())) {
            reasons.add(reason(RuledOutCode.TRAINING_NOT_POSSIBLE, upFront.availability()));
        }
        if (calls != null && (ended(calls.availability()) || costs.months().isEmpty())) {
            reasons.add(reason(RuledOutCode.CALLS_NOT_POSSIBLE, calls.availability()));
        }
        findings.stream()
                .filter(finding -> finding.verdict() == Outcome.FAIL)
                .map(finding -> new RuledOutReason(
                        RuledOutCode.REQUIREMENT_NOT_MET, finding.requirement() + ": " + finding.text()))
                .forEach(reasons::add);
        Estimate called = costs == null ? null : costs.estimate();
        Stream.ofNullable(called)
                .flatMap(estimate -> estimate.warnings().stream())
                .filter(warning -> REFUSED.containsKey(warning.code()))
                .map(warning -> new RuledOutReason(REFUSED.get(warning.code()), warning.text()))
                .forEach(reasons::add);
        Stream.concat(Stream.ofNullable(upFront), Stream.ofNullable(called))
                .filter(estimate -> estimate.total() == null)
                .map(RulingOut::unpriced)
                .forEach(reasons::add);
        return reasons;
    }

    private static boolean ended(Availability availability) {
        return availability.verdict() == Verdict.CLOSED || availability.verdict() == Verdict.RETIRED;
    }

    private static RuledOutReason reason(RuledOutCode code, Availability availability) {
        return new RuledOutReason(
                code, availability.reasons().stream().map(Reason::text).collect(Collectors.joining(" ")));
    }

    private static RuledOutReason unpriced(Estimate estimate) {
        String lines = estimate.lines().stream()
                .filter(EstimateLine::unpriced)
                .map(line -> line.code().toString())
                .distinct()
                .collect(Collectors.joining(", "));
        String why = estimate.warnings().stream()
                .filter(warning ->
                        warning.code() == WarningCode.MISSING_PRICE || warning.code() == WarningCode.TOKENS_UNKNOWN)
                .map(Warning::text)
                .distinct()
                .collect(Collectors.joining(" "));
        return new RuledOutReason(
                RuledOutCode.UNPRICED, ("What these cost is not known: " + lines + ". " + why).strip());
    }
}

package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import io.epochwise.dataset.Finding;
import io.epochwise.dataset.LimitFindings;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.InferenceCosts;
import io.epochwise.estimate.MonthCosts;
import io.epochwise.estimate.PreparedInference;
import io.epochwise.estimate.Warning;
import io.epochwise.estimate.WarningCode;
import io.epochwise.estimate.Workload;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Bound;
import io.epochwise.money.Range;
import io.epochwise.policy.Availability;
import io.epochwise.policy.DueDiligence;
import io.epochwise.policy.DueDiligenceRequest;
import io.epochwise.policy.Organization;
import io.epochwise.policy.Outcome;
import io.epochwise.policy.Reason;
import io.epochwise.policy.RequirementResult;
import io.epochwise.policy.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers one comparison. */
final class Comparing {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    /** Warnings of a call that no provider would answer. */
    private static final Map<WarningCode, RuledOutCode> REFUSED = new EnumMap<>(Map.of(
            WarningCode.CONTEXT_EXCEEDED, RuledOutCode.CONTEXT_EXCEEDED,
            WarningCode.TOO_MANY_IMAGES, RuledOutCode.TOO_MANY_IMAGES,
            WarningCode.IMAGES_REJECTED, RuledOutCode.IMAGES_REJECTED));

    private static final Comparator<RankedAlternative> CHEAPEST_FIRST = Comparator.comparing(
                    RankedAlternative::wholeHorizon)
            .reversed()
            .thenComparing(Comparing::compared)
            .thenComparing(RankedAlternative::id);

    private final Catalog catalog;
    private final ComparisonRequest request;
    private final LocalDate asOf;
    private final Organization organization;
    private final List<RankedAlternative> ranked = new ArrayList<>();
    private final List<RuledOutAlternative> ruledOut = new ArrayList<>();
    private String currency;

    Comparing(Catalog catalog, ComparisonRequest request, LocalDate asOf) {
        this.catalog = catalog;
        this.request = request;
        this.asOf = asOf;
        organization = Objects.requireNonNullElse(request.organization(), Organization.UNKNOWN);
    }

    Comparison answer() {
        for (int i = 0; i < request.alternatives().size(); i++) {
            place("alternatives[" + i + "]", request.alternatives().get(i));
        }
        ranked.sort(CHEAPEST_FIRST);
        return new Comparison(
                null,
                catalog.version(),
                asOf,
                currency,
                request.months(),
                ranked,
                ruledOut,
                Crossovers.of(ranked),
                new ComparisonAdvice(catalog, request, organization, asOf).of(ranked));
    }

    /** What alternatives are compared by: the total, or where that is of fewer months what 1,000 requests cost. */
    private static BigDecimal compared(RankedAlternative alternative) {
        return (alternative.wholeHorizon() ? alternative.total() : alternative.perThousandRequests()).expected();
    }

    private void place(String path, ComparedAlternative alternative) {
        Offering offering = Part.at(path, () -> catalog.require(alternative.offering()));
        checkKind(path, alternative, offering);
        ModelUse use = alternative.use(request.workload());
        boolean own = alternative.workload() != null;
        PreparedInference prepared = prepared(path, use, own);
        Workload workload = use.workload().resolved("workload.", Bound.EXPECTED);
        InferenceCosts costs = prepared.costs(workload);
        Estimate upFront = alternative.training() == null
                ? null
                : Part.at(
                        path + ".training",
                        () -> UpFront.of(
                                catalog,
                                offering.id(),
                                alternative.training().resolved("", Bound.EXPECTED),
                                organization,
                                asOf));
        checkCurrency(path, costs.estimate());
        List<RequirementResult> findings = findings(alternative, offering);
        List<RuledOutReason> reasons = reasons(prepared, costs, upFront, findings);
        if (reasons.isEmpty()) {
            ranked.add(ranked(alternative, prepared, costs, upFront, findings, datasetFindings(alternative, offering)));
        } else {
            ruledOut.add(new RuledOutAlternative(alternative.name(), alternative.kind(), offering.id(), reasons));
        }
    }

    /** Faults of the common workload are told of the common workload. */
    private PreparedInference prepared(String path, ModelUse use, boolean own) {
        try {
            return PreparedInference.of(catalog, use.request(false, request.months(), organization, asOf), asOf);
        } catch (InvalidInputException fault) {
            throw new InvalidInputException(fault.violations().stream()
                    .map(violation ->
                            !own && violation.field().startsWith("workload") ? violation : violation.under(path))
                    .toList());
        }
    }

    private static void checkKind(String path, ComparedAlternative alternative, Offering offering) {
        boolean self = offering.kind() == OfferingKind.SELF_HOSTED;
        if (self != (alternative.kind() == AlternativeKind.SELF_HOSTED)) {
            throw new InvalidInputException(
                    path + ".kind",
                    self
                            ? "must be self-hosted: the offering is an open model on own or rented GPUs"
                            : "must be prompt or fine-tune: the offering is hosted");
        }
    }

    private void checkCurrency(String path, Estimate estimate) {
        currency = Objects.requireNonNullElse(currency, estimate.currency());
        if (!currency.equals(estimate.currency())) {
            throw new InvalidInputException(
                    path + ".offering",
                    "has prices in " + estimate.currency() + " and others in " + currency
                            + "; amounts are not converted");
        }
    }

    private List<RequirementResult> findings(ComparedAlternative alternative, Offering offering) {
        if (request.requirements() == null) {
            return List.of();
        }
        Method method =
                alternative.training() == null ? null : alternative.training().method();
        DueDiligenceRequest question = new DueDiligenceRequest(
                offering.id(), null, null, request.requirements(), organization, alternative.tier(), method, asOf);
        return DueDiligence.of(catalog, question, asOf).offerings().get(0).results();
    }

    private List<Finding> datasetFindings(ComparedAlternative alternative, Offering offering) {
        return alternative.training() == null
                ? List.of()
                : LimitFindings.of(alternative.training().dataset(), offering, alternative.tier(), asOf);
    }

    private static List<RuledOutReason> reasons(
            PreparedInference prepared, InferenceCosts costs, Estimate upFront, List<RequirementResult> findings) {
        List<RuledOutReason> reasons = new ArrayList<>();
        if (upFront != null && ended(upFront.availability())) {
            reasons.add(reason(RuledOutCode.TRAINING_NOT_POSSIBLE, upFront.availability()));
        }
        if (ended(prepared.availability()) || costs.months().isEmpty()) {
            reasons.add(reason(RuledOutCode.CALLS_NOT_POSSIBLE, prepared.availability()));
        }
        findings.stream()
                .filter(finding -> finding.verdict() == Outcome.FAIL)
                .map(finding -> new RuledOutReason(
                        RuledOutCode.REQUIREMENT_NOT_MET, finding.requirement() + ": " + finding.text()))
                .forEach(reasons::add);
        for (Warning warning : costs.estimate().warnings()) {
            if (REFUSED.containsKey(warning.code())) {
                reasons.add(new RuledOutReason(REFUSED.get(warning.code()), warning.text()));
            }
        }
        Stream.concat(Stream.ofNullable(upFront), Stream.of(costs.estimate()))
                .filter(estimate -> estimate.total() == null)
                .map(Comparing::unpriced)
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

    private RankedAlternative ranked(
            ComparedAlternative alternative,
            PreparedInference prepared,
            InferenceCosts costs,
            Estimate upFront,
            List<RequirementResult> findings,
            List<Finding> datasetFindings) {
        Range paid = upFront == null ? Range.ZERO : upFront.total();
        List<Range> cumulative = Cumulative.of(
                paid, costs.months().stream().map(MonthCosts::total).toList());
        Range total = cumulative.get(cumulative.size() - 1);
        BigDecimal requests =
                costs.months().stream().map(MonthCosts::requests).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<RankedAlternative.ComparedMonth> months = new ArrayList<>();
        for (int i = 0; i < cumulative.size(); i++) {
            MonthCosts month = costs.months().get(i);
            months.add(new RankedAlternative.ComparedMonth(
                    month.month(),
                    month.day(),
                    month.requests(),
                    month.total().asAmount(),
                    cumulative.get(i).asAmount()));
        }
        Availability calls = prepared.availability();
        return new RankedAlternative(
                alternative.name(),
                alternative.kind(),
                prepared.offering().id(),
                paid.asAmount(),
                costs.months().get(0).total().asAmount(),
                total.asAmount(),
                PerRequest.of(total.times(THOUSAND), requests),
                requests,
                months.size() == request.months(),
                months,
                upFront == null ? calls : upFront.availability(),
                calls,
                findings,
                datasetFindings,
                notes(upFront, costs, Estimate::warnings),
                notes(upFront, costs, Estimate::assumptions));
    }

    private static <T> List<T> notes(Estimate upFront, InferenceCosts costs, Function<Estimate, List<T>> kind) {
        Set<T> all = new LinkedHashSet<>();
        Stream.concat(Stream.ofNullable(upFront), Stream.of(costs.estimate()))
                .forEach(estimate -> all.addAll(kind.apply(estimate)));
        return List.copyOf(all);
    }
}

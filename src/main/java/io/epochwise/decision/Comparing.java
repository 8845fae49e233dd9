package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Offering;
import io.epochwise.dataset.Finding;
import io.epochwise.dataset.LimitFindings;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.InferenceCosts;
import io.epochwise.estimate.MonthCosts;
import io.epochwise.estimate.PreparedInference;
import io.epochwise.estimate.Workload;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Bound;
import io.epochwise.money.Range;
import io.epochwise.policy.Availability;
import io.epochwise.policy.Organization;
import io.epochwise.policy.RequirementResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers one comparison. */
final class Comparing {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private static final Comparator<RankedAlternative> CHEAPEST_FIRST = Comparator.comparing(
                    RankedAlternative::wholeHorizon)
            .reversed()
            .thenComparing(Comparing::compared)
            .thenComparing(RankedAlternative::id);

    private final Catalog catalog;
    private final ComparisonRequest request;
    private final LocalDate asOf;
    private final Organization organization;
    private final RulingOut rulingOut;
    private final List<RankedAlternative> ranked = new ArrayList<>();
    private final List<RuledOutAlternative> ruledOut = new ArrayList<>();
    private String currency;

    Comparing(Catalog catalog, ComparisonRequest request, LocalDate asOf) {
        this.catalog = catalog;
        this.request = request;
        this.asOf = asOf;
        organization = Objects.requireNonNullElse(request.organization(), Organization.UNKNOWN);
        rulingOut = new RulingOut(catalog, request.requirements(), organization, asOf);
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
        RulingOut.checkKind(path, alternative.kind(), offering);
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
        List<RequirementResult> findings = rulingOut.findings(alternative, offering);
        List<RuledOutReason> reasons = RulingOut.reasons(upFront, prepared, costs, findings);
        if (reasons.isEmpty()) {
            ranked.add(ranked(alternative, prepared, costs, upFront, findings, datasetFindings(alternative, offering)));
        } else {
            ruledOut.add(new RuledOutAlternative(alternative.name(), alternative.kind(), offering.id(), reasons));
        }
    }

    /** Faults of the common workload are told of the common workload. */
    private PreparedInference prepared(String path, ModelUse use, boolean own) {
        return Part.at(
                path,
                own ? null : "workload",
                () -> PreparedInference.of(catalog, use.request(false, request.months(), organization, asOf), asOf));
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

    private List<Finding> datasetFindings(ComparedAlternative alternative, Offering offering) {
        return alternative.training() == null
                ? List.of()
                : LimitFindings.of(alternative.training().dataset(), offering, alternative.tier(), asOf);
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

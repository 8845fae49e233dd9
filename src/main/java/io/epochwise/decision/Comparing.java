package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Offering;
import io.epochwise.dataset.Finding;
import io.epochwise.dataset.LimitFindings;
import io.epochwise.estimate.Draws;
import io.epochwise.estimate.Driver;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.Explored;
import io.epochwise.estimate.MonthCosts;
import io.epochwise.estimate.Uncertainty;
import io.epochwise.estimate.UncertaintyChoice;
import io.epochwise.money.Bound;
import io.epochwise.money.Range;
import io.epochwise.money.RangeChoice;
import io.epochwise.policy.Availability;
import io.epochwise.policy.Organization;
import io.epochwise.policy.RequirementResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers one comparison. */
final class Comparing {
    private static final Comparator<RankedAlternative> CHEAPEST_FIRST = Comparator.comparing(
                    RankedAlternative::wholeHorizon)
            .reversed()
            .thenComparing(alternative -> alternative.compared().expected())
            .thenComparing(RankedAlternative::id);

    private final Catalog catalog;
    private final ComparisonRequest request;
    private final LocalDate asOf;
    private final Organization organization;
    private final RulingOut rulingOut;
    private final Map<String, AlternativeQuestion> questions = new HashMap<>();
    private final Map<String, Range> ranges = new HashMap<>();
    private final List<RankedAlternative> ranked = new ArrayList<>();
    private final List<RuledOutAlternative> ruledOut = new ArrayList<>();
    private final SingleCurrency currency = new SingleCurrency();

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
        if (request.uncertainty() != null) {
            draw();
        }
        return new Comparison(
                null,
                catalog.version(),
                asOf,
                currency.code(),
                request.months(),
                new ComparisonSentence(asOf, request.months(), currency.code(), ranked, ruledOut).text(),
                ranked,
                ruledOut,
                Crossovers.of(ranked),
                new ComparisonAdvice(catalog, request, organization, asOf).of(ranked));
    }

    /** An alternative that can be had, for all values of its numbers. */
    Explored<RunCosts> explored(String id) {
        AlternativeQuestion question = questions.get(id);
        return Explored.of(
                choice -> {
                    AlternativeQuestion.Costs costs = question.costs(choice);
                    return new RunCosts(costs.upFront(), costs.calls(), Collections.emptySortedMap());
                },
                RunCosts::expected);
    }

    private void place(String path, ComparedAlternative alternative) {
        AlternativeQuestion question = new AlternativeQuestion(catalog, request, organization, asOf, path, alternative);
        Offering offering = question.offering();
        Explored<AlternativeQuestion.Costs> explored = Explored.of(question::costs, AlternativeQuestion.Costs::total);
        AlternativeQuestion.Costs costs = explored.expected();
        currency.add(path + ".offering", costs.calls().estimate().currency());
        List<RequirementResult> findings = rulingOut.findings(alternative, offering);
        List<RuledOutReason> reasons = RulingOut.reasons(costs.upFront(), question.prepared(), costs.calls(), findings);
        if (reasons.isEmpty()) {
            ranked.add(ranked(question, explored, findings, datasetFindings(alternative, offering)));
            questions.put(alternative.name(), question);
            ranges.putAll(explored.ranges());
        } else {
            ruledOut.add(new RuledOutAlternative(alternative.name(), alternative.kind(), offering.id(), reasons));
        }
    }

    private List<Finding> datasetFindings(ComparedAlternative alternative, Offering offering) {
        return alternative.training() == null
                ? List.of()
                : LimitFindings.of(alternative.training().dataset(), offering, alternative.tier(), asOf);
    }

    private RankedAlternative ranked(
            AlternativeQuestion question,
            Explored<AlternativeQuestion.Costs> explored,
            List<RequirementResult> findings,
            List<Finding> datasetFindings) {
        AlternativeQuestion.Costs costs = explored.expected();
        ComparedAmounts amounts = explored.points()
                .filter(point -> point.total() != null)
                .map(AlternativeQuestion.Costs::amounts)
                .reduce(costs.amounts(), ComparedAmounts::spanning);
        BigDecimal requests =
                costs.calls().months().stream().map(MonthCosts::requests).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<RankedAlternative.ComparedMonth> months = new ArrayList<>();
        for (int i = 0; i < amounts.months().size(); i++) {
            MonthCosts month = costs.calls().months().get(i);
            months.add(new RankedAlternative.ComparedMonth(
                    month.month(),
                    month.day(),
                    month.requests(),
                    amounts.months().get(i).asAmount(),
                    amounts.cumulative().get(i).asAmount()));
        }
        List<Driver> drivers = new ArrayList<>(explored.drivers(AlternativeQuestion.Costs::total));
        drivers.addAll(costs.facts());
        Availability calls = question.prepared().availability();
        return new RankedAlternative(
                question.alternative().name(),
                question.alternative().kind(),
                question.offering().id(),
                amounts.upFront().asAmount(),
                amounts.months().get(0).asAmount(),
                amounts.total().asAmount(),
                amounts.perThousand(),
                requests,
                months.size() == request.months(),
                months,
                costs.upFront() == null ? calls : costs.upFront().availability(),
                calls,
                findings,
                datasetFindings,
                notes(costs, Estimate::warnings),
                notes(costs, Estimate::assumptions),
                Driver.ranked(drivers),
                null,
                null);
    }

    /** Draws all alternatives together, so that numbers that they share are the same for all. */
    private void draw() {
        UncertaintyChoice choice = request.uncertainty();
        Map<String, List<BigDecimal>> totals = new HashMap<>();
        Map<String, Integer> wins = new HashMap<>();
        Map<String, Range> expected = new HashMap<>();
        ranked.forEach(one -> {
            totals.put(one.id(), new ArrayList<>());
            expected.put(one.id(), questions.get(one.id()).costs(Bound.EXPECTED).inAll());
        });
        // What is expected stands for a draw of which a price is not known.
        Function<RangeChoice, Map<String, Range>> question = values -> {
            Map<String, Range> drawn = new HashMap<>();
            ranked.forEach(one -> drawn.put(
                    one.id(),
                    Objects.requireNonNullElse(
                            questions.get(one.id()).costs(values).inAll(), expected.get(one.id()))));
            return drawn;
        };
        Draws.each(ranges, choice, question, (drawn, place) -> {
            String cheapest = null;
            for (RankedAlternative one : ranked) {
                BigDecimal total = place.in(drawn.get(one.id()));
                List<BigDecimal> own = totals.get(one.id());
                own.add(total);
                boolean cheaper =
                        cheapest == null || total.compareTo(totals.get(cheapest).get(own.size() - 1)) < 0;
                if (one.wholeHorizon() && cheaper) {
                    cheapest = one.id();
                }
            }
            if (cheapest != null) {
                wins.merge(cheapest, 1, Integer::sum);
            }
        });
        ranked.replaceAll(one -> one.drawn(
                Uncertainty.of(choice, totals.get(one.id())),
                one.wholeHorizon() ? Share.of(wins.getOrDefault(one.id(), 0), choice.times()) : null));
    }

    private static <T> List<T> notes(AlternativeQuestion.Costs costs, Function<Estimate, List<T>> kind) {
        Set<T> all = new LinkedHashSet<>();
        Stream.concat(
                        Stream.ofNullable(costs.upFront()),
                        Stream.of(costs.calls().estimate()))
                .forEach(estimate -> all.addAll(kind.apply(estimate)));
        return List.copyOf(all);
    }
}

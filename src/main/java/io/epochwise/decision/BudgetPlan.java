package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Bound;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The most that can be had for an amount.
 *
 * @param id digest of the normalized request and the catalog version; null until set by {@link #withIds}
 * @param catalogVersion the catalog whose facts were applied
 * @param asOf the day of the jobs and the first day of month 1
 * @param currency ISO 4217 code of all amounts; null if no alternative has any
 * @param budget what may be spent
 * @param solveFor of what there is as much as can be paid for
 * @param bound which of the costs is within the budget
 * @param plans what can be had, the largest first; plans of one size in the order of their costs, then of ids
 * @param overBudget alternatives of which not even the smallest plan is within the budget, that with the least cost first
 * @param ruledOut those that cannot be had at any cost, and why, in the order of the question
 * @param advisories what a reader should know before relying on the answer
 */
public record BudgetPlan(
        String id,
        String catalogVersion,
        LocalDate asOf,
        String currency,
        BigDecimal budget,
        SolveFor solveFor,
        Bound bound,
        List<PlannedAlternative> plans,
        List<PlannedAlternative> overBudget,
        List<RuledOutAlternative> ruledOut,
        List<Advisory> advisories) {
    /** Copies the lists. */
    public BudgetPlan {
        plans = List.copyOf(plans);
        overBudget = List.copyOf(overBudget);
        ruledOut = List.copyOf(ruledOut);
        advisories = List.copyOf(advisories);
    }

    /**
     * Plans a budget.
     *
     * @param catalog where the facts are from
     * @param request what is asked
     * @param today the day to take where the request names none
     * @return the answer, without an id
     * @throws InvalidInputException if the request breaks a rule; fields of an alternative begin with {@code alternatives[2].}
     * @throws io.epochwise.fault.UnknownNameException if there is no such offering, naming its field
     */
    public static BudgetPlan of(Catalog catalog, BudgetRequest request, LocalDate today) {
        BudgetChecks.check(request);
        return new Budgeting(catalog, request, Objects.requireNonNullElse(request.asOf(), today)).answer();
    }

    /**
     * The same answer with its id and those of the estimates in it.
     *
     * @param ofEstimate gives the id of an estimate by the name of its alternative and what it estimates: {@code a/training}
     */
    public BudgetPlan withIds(String digest, UnaryOperator<String> ofEstimate) {
        return new BudgetPlan(
                digest,
                catalogVersion,
                asOf,
                currency,
                budget,
                solveFor,
                bound,
                plans.stream().map(plan -> plan.withIds(ofEstimate)).toList(),
                overBudget.stream().map(plan -> plan.withIds(ofEstimate)).toList(),
                ruledOut,
                advisories);
    }

    /** The offerings' ids of all alternatives, by the alternatives' own. */
    Map<String, String> offerings() {
        return Stream.concat(
                        Stream.concat(plans.stream(), overBudget.stream())
                                .map(one -> Map.entry(one.id(), one.offering())),
                        ruledOut.stream().map(one -> Map.entry(one.id(), one.offering())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

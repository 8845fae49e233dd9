package io.epochwise.decision;

import java.math.BigDecimal;

/**
 * The next larger plan, which is not within the budget.
 *
 * @param plan how much it has of everything
 * @param cost what it costs
 * @param missing what the budget lacks for it
 */
public record NextPlan(PlanSize plan, PlanCost cost, BigDecimal missing) {}

package io.epochwise.decision;

import io.epochwise.money.Range;

/**
 * What a plan costs.
 *
 * @param upFront what is paid before the first request; nothing where nothing is trained
 * @param calls what the months of calls cost; nothing where nothing is called
 * @param total both
 */
public record PlanCost(Range upFront, Range calls, Range total) {
    static PlanCost of(Range upFront, Range calls) {
        return new PlanCost(
                upFront.asAmount(), calls.asAmount(), upFront.plus(calls).asAmount());
    }
}

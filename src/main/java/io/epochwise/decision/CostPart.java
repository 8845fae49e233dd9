package io.epochwise.decision;

import io.epochwise.estimate.Estimate;

/**
 * A part of what something costs.
 *
 * @param kind what it is for
 * @param month the month at whose beginning it is paid, counted from 1; 0 for what is paid before the first, and for calls, whose
 *     lines say their months themselves
 * @param estimate its lines, without an id
 */
public record CostPart(CostPartKind kind, int month, Estimate estimate) {
    /** The same with the bounds of another where they go beyond its own. */
    CostPart spanning(CostPart other) {
        return new CostPart(kind, month, estimate.spanning(other.estimate));
    }
}

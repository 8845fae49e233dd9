package io.epochwise.decision;

import io.epochwise.money.Range;

/**
 * Two costs and what lies between.
 *
 * @param baseline without tuning
 * @param tuned with it
 * @param saving the difference; negative if tuning costs more. Its bounds are told together, since much of what is not sure
 *     holds for both
 */
public record Difference(Range baseline, Range tuned, Range saving) {
    /** The same with the bounds of another where they go beyond its own. */
    Difference spanning(Difference other) {
        return new Difference(
                baseline.spanning(other.baseline), tuned.spanning(other.tuned), saving.spanning(other.saving));
    }
}

package io.epochwise.decision;

import io.epochwise.estimate.Warning;
import io.epochwise.money.Range;
import java.util.List;

/**
 * Something that can be done to pay less, estimated and not guessed.
 *
 * @param code what it is
 * @param text the same in a sentence, with its figures
 * @param trade what is given for it
 * @param saving how much less the same plan costs: its estimate without it less that with it
 * @param cost what the same plan costs with it
 * @param plan the largest plan within the budget with it; null if there is none
 * @param warnings what its estimate warns of and that without it does not
 * @param alternative the alternative of the question as it is with it, to be asked next; null if that is not asked for
 */
public record Lever(
        LeverCode code,
        String text,
        LeverTrade trade,
        Range saving,
        PlanCost cost,
        PlanSize plan,
        List<Warning> warnings,
        ComparedAlternative alternative) {
    /** Copies the list. */
    public Lever {
        warnings = List.copyOf(warnings);
    }
}

package io.epochwise.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something an organization requires of an offering. To add one: a class or a constant that answers from the catalog's
 * rows, and a component of {@link Requirements} that asks for it.
 */
sealed interface Requirement
        permits DataPolicy, RetentionLimit, DataRegions, TrainingPossible, AcceptedImages, ContextLength {
    /** The name of the component of {@link Requirements}. */
    String field();

    /** What each row that bears on it says, at least one answer; where no row does, that nothing is known. */
    List<Answer> answers(IntendedUse use);

    /** Whether the offering meets it; and if not, in which other price class of the offering it is met. */
    default RequirementResult check(IntendedUse use) {
        RequirementResult result = RequirementResult.of(field(), answers(use));
        if (result.verdict() == Outcome.PASS) {
            return result;
        }
        String others = use.offering().tiers().stream()
                .filter(tier -> !tier.equals(use.tier()))
                .filter(tier ->
                        RequirementResult.of(field(), answers(use.inTier(tier))).verdict() == Outcome.PASS)
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? result
                : result.with("That is for the price class " + use.tier() + "; it is met in " + others + ".");
    }
}

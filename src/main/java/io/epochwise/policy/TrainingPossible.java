package io.epochwise.policy;

import io.epochwise.catalog.Fact;
import io.epochwise.catalog.LifeCycleEvent;
import io.epochwise.catalog.Offering;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The organization must be able to create a training job on the day.
 *
 * @param onImages whether the examples have images
 */
record TrainingPossible(boolean onImages) implements Requirement {
    @Override
    public String field() {
        return onImages ? "visionFineTuning" : "fineTuning";
    }

    @Override
    public List<Answer> answers(IntendedUse use) {
        Availability availability =
                AvailabilityRules.training(use.offering(), use.method(), onImages, use.organization(), use.asOf());
        String reasons = availability.reasons().stream().map(Reason::text).collect(Collectors.joining(" "));
        Outcome outcome = outcome(availability.verdict());
        String text = told(outcome) + (reasons.isEmpty() ? "" : " " + reasons);
        List<Answer> answers = availability.reasons().stream()
                .map(reason -> new Answer(outcome, text, fact(use.offering(), reason)))
                .toList();
        return answers.isEmpty()
                ? List.of(new Answer(outcome, text, use.offering().fineTuning()))
                : answers;
    }

    private static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case AVAILABLE -> Outcome.PASS;
            case CLOSED, RETIRED -> Outcome.FAIL;
            case RESTRICTED, UNKNOWN -> Outcome.UNKNOWN;
        };
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "A training job can be created.";
            case FAIL -> "A training job cannot be created.";
            case UNKNOWN -> "Whether a training job can be created is not known.";
        };
    }

    /** The row that a reason rests on. */
    private static Fact fact(Offering offering, Reason reason) {
        return Stream.concat(offering.lifeCycle().stream(), Stream.ofNullable(offering.fineTuning()))
                .filter(fact -> fact.source().equals(reason.source()))
                .filter(fact -> !(fact instanceof LifeCycleEvent event) || Objects.equals(event.on(), reason.on()))
                .findFirst()
                .orElse(null);
    }
}

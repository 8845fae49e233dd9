package io.epochwise.api.mcp;

import io.epochwise.api.DueDiligenceResource;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.policy.Alternative;
import io.epochwise.policy.Availability;
import io.epochwise.policy.DueDiligenceRequest;
import io.epochwise.policy.OfferingDueDiligence;
import io.epochwise.policy.Organization;
import io.epochwise.policy.Outcome;
import io.epochwise.policy.RequirementResult;
import io.epochwise.policy.Requirements;
import io.epochwise.policy.Verdict;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Whether an organization can still fine-tune a model, and what remains; as {@code POST /v1/due-diligence} says. */
@Singleton
final class CanFineTuneTool implements Tool<CanFineTuneTool.Arguments> {
    private static final int LONGEST_SOURCE = 90;
    private static final int LONGEST_TEXT = 120;
    private static final int WHOLE = 10_000;

    /** Those that only ask the same as the tool does. */
    private static final Set<String> OF_TUNING = Set.of("fineTuning", "visionFineTuning");

    /** How many alternatives are shown, and how long texts and sources are, the most first. */
    private static final List<Size> SIZES = List.of(
            new Size(10, WHOLE, WHOLE),
            new Size(6, WHOLE, LONGEST_SOURCE),
            new Size(6, LONGEST_TEXT, LONGEST_SOURCE),
            new Size(3, LONGEST_TEXT, LONGEST_SOURCE),
            new Size(3, 100, 50),
            new Size(2, 70, 40),
            new Size(1, 50, 20));

    private final DueDiligenceResource dueDiligence;

    CanFineTuneTool(DueDiligenceResource dueDiligence) {
        this.dueDiligence = dueDiligence;
    }

    private record Size(int alternatives, int text, int source) {}

    /** The arguments; {@code mcp/can_fine_tune.json} says what they mean. */
    @RegisterForReflection
    record Arguments(
            String offering,
            Boolean withImages,
            Boolean hasFineTuned,
            Boolean recentTunedInference,
            Boolean azureCustomer,
            Boolean existingCustomer,
            Boolean zeroDataRetention,
            Integer maxRetentionDays,
            Boolean noTrainingOnData,
            List<String> regions,
            LocalDate asOf) {
        boolean onImages() {
            return !Boolean.FALSE.equals(withImages);
        }

        DueDiligenceRequest request() {
            return new DueDiligenceRequest(
                    offering,
                    null,
                    null,
                    new Requirements(
                            zeroDataRetention,
                            maxRetentionDays,
                            regions,
                            noTrainingOnData,
                            null,
                            null,
                            null,
                            null,
                            !onImages(),
                            onImages(),
                            null),
                    new Organization(hasFineTuned, recentTunedInference, azureCustomer, existingCustomer),
                    null,
                    null,
                    asOf);
        }
    }

    /**
     * The answer.
     *
     * @param answer the same in a sentence
     * @param offering the offering's id
     * @param asOf the day whose facts apply
     * @param availability whether a training job can be created
     * @param until the first day on which it no longer can; null if no end is known or it cannot
     * @param reasons what stands against it or ends it; null for nothing
     * @param tunedModelUntil the first day on which a model tuned on it can no longer be called; null if none is known
     * @param remaining what can be had in its place; null for nothing, or where it can be tuned
     * @param requirements whether requirements on data are met; null if none are given
     * @param verdict the worst of them; null if none are given
     */
    @RegisterForReflection
    record Answer(
            String answer,
            String offering,
            LocalDate asOf,
            Verdict availability,
            LocalDate until,
            List<Told> reasons,
            LocalDate tunedModelUntil,
            List<Alternative> remaining,
            List<Result> requirements,
            Outcome verdict) {}

    /** A reason with its source. */
    @RegisterForReflection
    record Told(String text, String source) {}

    /** Whether a requirement is met, and why. */
    @RegisterForReflection
    record Result(String requirement, Outcome verdict, String text, String source, LocalDate sourceAsOf) {}

    @Override
    public String name() {
        return "can_fine_tune";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Brief.Told answer(Arguments arguments) {
        if (arguments.offering == null) {
            throw new InvalidInputException("offering", "must be given");
        }
        var diligence = dueDiligence.check(arguments.request());
        OfferingDueDiligence checked = diligence.offerings().get(0);
        return step ->
                step == SIZES.size() ? null : answer(checked, arguments.onImages(), diligence.asOf(), SIZES.get(step));
    }

    private static Answer answer(OfferingDueDiligence checked, boolean onImages, LocalDate asOf, Size size) {
        Availability training = checked.availability().training();
        List<RequirementResult> asked = checked.results().stream()
                .filter(result -> !OF_TUNING.contains(result.requirement()))
                .toList();
        Outcome worst = asked.stream()
                .map(RequirementResult::verdict)
                .max(Outcome::compareTo)
                .orElse(null);
        return new Answer(
                sentence(checked.offering(), training, onImages, asOf, worst),
                checked.offering(),
                asOf,
                training.verdict(),
                training.until(),
                training.reasons().stream()
                        .map(reason ->
                                new Told(Brief.cut(reason.text(), size.text), Brief.cut(reason.source(), size.source)))
                        .toList(),
                checked.availability().tunedInference().until(),
                Words.orNothing(Brief.first(training.alternatives(), size.alternatives)),
                Words.orNothing(asked.stream()
                        .map(result -> new Result(
                                result.requirement(),
                                result.verdict(),
                                Brief.cut(result.text(), size.text),
                                Brief.cut(result.source(), size.source),
                                result.asOf()))
                        .toList()),
                worst);
    }

    private static String sentence(
            String offering, Availability training, boolean onImages, LocalDate asOf, Outcome worst) {
        String can =
                switch (training.verdict()) {
                    case AVAILABLE -> "Yes";
                    case RESTRICTED -> "That depends on the organization";
                    case CLOSED, RETIRED -> "No";
                    case UNKNOWN -> "Not known";
                };
        String requirements = worst == null
                ? ""
                : switch (worst) {
                    case PASS -> " All requirements on data are met.";
                    case UNKNOWN -> " Whether a requirement on data is met is not known.";
                    case FAIL -> " A requirement on data is not met.";
                };
        return can + ", fine-tuning " + offering + (onImages ? " on images" : " on text") + ": "
                + Words.job(training.verdict(), asOf, training.until()) + "." + requirements;
    }
}

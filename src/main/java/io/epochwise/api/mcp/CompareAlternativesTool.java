package io.epochwise.api.mcp;

import io.epochwise.api.ComparisonResource;
import io.epochwise.decision.AlternativeKind;
import io.epochwise.decision.ComparedAlternative;
import io.epochwise.decision.Comparison;
import io.epochwise.decision.ComparisonRequest;
import io.epochwise.decision.Crossover;
import io.epochwise.decision.RankedAlternative;
import io.epochwise.decision.RuledOutAlternative;
import io.epochwise.decision.RuledOutReason;
import io.epochwise.decision.TrainingPlan;
import io.epochwise.estimate.FewShotExamples;
import io.epochwise.estimate.Workload;
import io.epochwise.estimate.WorkloadImage;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Range;
import io.epochwise.policy.Organization;
import io.epochwise.token.image.Detail;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prompting, tuning and own GPUs for one workload; as {@code POST /v1/comparisons} says. */
@Singleton
final class CompareAlternativesTool implements Tool<CompareAlternativesTool.Arguments> {
    private static final int MOST_OF_A_KIND = 10;
    private static final int MONTHS = 12;

    /** What parts of the domain's question are called here, where the name alone would mislead. */
    private static final Map<String, String> ARGUMENTS = Map.of(
            "width", "imageWidth", "height", "imageHeight", "count", "imagesPerRequest", "images", "imagesPerRequest");

    private static final Map<String, String> FEW_SHOT =
            Map.of("count", "fewShotExamples", "tokensEach", "fewShotTokens");
    private static final Pattern OF_ALTERNATIVE = Pattern.compile("alternatives\\[(\\d+)](\\.offering|\\.kind|\\.id)?");

    /** How much is said: the most first. */
    private static final List<Size> SIZES = List.of(
            new Size(1000, true, true, 10, 400, 4, 300),
            new Size(600, true, false, 10, 400, 4, 0),
            new Size(400, false, false, 10, 160, 2, 0),
            new Size(400, false, false, 1, 80, 0, 0));

    private final ComparisonResource comparisons;

    CompareAlternativesTool(ComparisonResource comparisons) {
        this.comparisons = comparisons;
    }

    /**
     * How much of each part is said.
     *
     * @param answer most characters of the sentence
     * @param firstMonth whether it is told
     * @param warnings whether with texts
     * @param reasons how many why one is ruled out
     * @param reason most characters of a reason
     * @param crossovers how many
     * @param advisory most characters of an advisory; 0 for its code alone
     */
    private record Size(
            int answer, boolean firstMonth, boolean warnings, int reasons, int reason, int crossovers, int advisory) {}

    /** The arguments; {@code mcp/compare_alternatives.json} says what they mean. */
    @RegisterForReflection
    record Arguments(
            List<String> prompt,
            List<String> fineTune,
            List<String> selfHosted,
            Integer months,
            Range requestsPerMonth,
            Range monthlyGrowth,
            Range staticPromptTokens,
            Range tunedStaticPromptTokens,
            Range fewShotExamples,
            Range fewShotTokens,
            Range variablePromptTokens,
            Range imagesPerRequest,
            Range outputTokens,
            Range examples,
            Range textTokensPerExample,
            Range imagesPerExample,
            Range imageWidth,
            Range imageHeight,
            Detail imageDetail,
            Integer epochs,
            Boolean hasFineTuned,
            Boolean azureCustomer,
            LocalDate asOf) {

        private boolean trains() {
            return examples != null || textTokensPerExample != null || imagesPerExample != null || epochs != null;
        }

        private TrainingPlan training() {
            return Training.plan(
                    examples,
                    textTokensPerExample,
                    Objects.requireNonNullElse(
                            imagesPerExample, Objects.requireNonNullElse(imagesPerRequest, Range.ZERO)),
                    imageWidth,
                    imageHeight,
                    imageDetail,
                    epochs,
                    null);
        }

        private List<WorkloadImage> images() {
            return imagesPerRequest == null || imagesPerRequest.high().signum() == 0
                    ? List.of()
                    : List.of(new WorkloadImage(imageWidth, imageHeight, imageDetail, imagesPerRequest));
        }

        private Workload workload(boolean tuned) {
            Range usual = Objects.requireNonNullElse(staticPromptTokens, Range.ZERO);
            boolean shots = !tuned && (fewShotExamples != null || fewShotTokens != null);
            return new Workload(
                    requestsPerMonth,
                    monthlyGrowth,
                    tuned ? Objects.requireNonNullElse(tunedStaticPromptTokens, usual) : usual,
                    shots ? new FewShotExamples(fewShotExamples, fewShotTokens, images()) : null,
                    variablePromptTokens,
                    images(),
                    outputTokens,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        ComparisonRequest request() {
            List<ComparedAlternative> alternatives = new ArrayList<>();
            add(alternatives, "prompt", AlternativeKind.PROMPT, prompt, false);
            add(alternatives, "fineTune", AlternativeKind.FINE_TUNE, fineTune, true);
            add(alternatives, "selfHosted", AlternativeKind.SELF_HOSTED, selfHosted, trains());
            boolean described = imageWidth != null || imageHeight != null || imageDetail != null;
            if (described && imagesPerRequest == null && imagesPerExample == null) {
                throw new InvalidInputException("imagesPerRequest", "must be given where images are described");
            }
            if (alternatives.isEmpty()) {
                throw new InvalidInputException("prompt", "name at least one model in prompt, fineTune or selfHosted");
            }
            return new ComparisonRequest(
                    null,
                    Objects.requireNonNullElse(months, MONTHS),
                    alternatives,
                    new Organization(hasFineTuned, null, azureCustomer, null),
                    null,
                    asOf,
                    null);
        }

        /** The argument that a field of the request comes from. */
        String argument(String field) {
            Matcher whole = OF_ALTERNATIVE.matcher(field);
            if (whole.matches()) {
                int number = Integer.parseInt(whole.group(1));
                for (Map.Entry<String, List<String>> kind : kinds().entrySet()) {
                    if (number < kind.getValue().size()) {
                        return kind.getKey() + "[" + number + "]";
                    }
                    number -= kind.getValue().size();
                }
            }
            String last = field.substring(field.lastIndexOf('.') + 1);
            if (field.contains("fewShotExamples")) {
                return FEW_SHOT.getOrDefault(last, ARGUMENTS.getOrDefault(last, last));
            }
            return ARGUMENTS.getOrDefault(last, last);
        }

        /** The models in the order of the request's alternatives, by the arguments that name them. */
        private Map<String, List<String>> kinds() {
            Map<String, List<String>> kinds = new LinkedHashMap<>();
            kinds.put("prompt", Objects.requireNonNullElse(prompt, List.of()));
            kinds.put("fineTune", Objects.requireNonNullElse(fineTune, List.of()));
            kinds.put("selfHosted", Objects.requireNonNullElse(selfHosted, List.of()));
            return kinds;
        }

        private void add(
                List<ComparedAlternative> alternatives,
                String argument,
                AlternativeKind kind,
                List<String> offerings,
                boolean tuned) {
            if (offerings == null) {
                return;
            }
            for (String offering : Words.names(argument, offerings, MOST_OF_A_KIND)) {
                alternatives.add(new ComparedAlternative(
                        kind + " " + offering,
                        kind,
                        offering,
                        workload(tuned),
                        tuned ? training() : null,
                        null,
                        null,
                        null,
                        null,
                        null));
            }
        }
    }

    /**
     * The answer.
     *
     * @param answer the same in a sentence or two
     * @param asOf the day of the jobs and the first day of month 1
     * @param months how many months are looked at
     * @param currency ISO 4217 code of all amounts
     * @param ranked those that can be had: first those that last all months by total, then the others by what 1,000 requests cost
     * @param ruledOut those that cannot, and why
     * @param crossovers the months in which two of them change places
     * @param advisories what a reader should know
     * @param notShown how many more are ranked; null for none
     * @param ruledOutNotShown how many more are ruled out; null for none
     */
    @RegisterForReflection
    record Answer(
            String answer,
            LocalDate asOf,
            int months,
            String currency,
            List<Ranked> ranked,
            List<RuledOut> ruledOut,
            List<Crossover> crossovers,
            List<String> advisories,
            Integer notShown,
            Integer ruledOutNotShown) {}

    /**
     * An alternative that can be had.
     *
     * @param id its kind and what it was called
     * @param upFront what training costs; null where nothing is trained
     * @param firstMonth what the first month costs; null where there is no room
     * @param total all of it
     * @param lastsAllMonths whether the model can be called in all months
     * @param until the first day on which it cannot be called; null if no end is known
     * @param warnings what may make the amounts wrong
     */
    @RegisterForReflection
    record Ranked(
            String id,
            Range upFront,
            Range firstMonth,
            Range total,
            boolean lastsAllMonths,
            LocalDate until,
            List<String> warnings) {}

    /** An alternative that cannot be had. */
    @RegisterForReflection
    record RuledOut(String id, List<String> reasons) {}

    @Override
    public String name() {
        return "compare_alternatives";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Brief.Told answer(Arguments arguments) {
        ComparisonRequest request = arguments.request();
        try {
            Comparison comparison = comparisons.compare(request);
            return step -> told(comparison, step);
        } catch (InvalidInputException fault) {
            throw new InvalidInputException(fault.violations().stream()
                    .map(violation -> new Violation(arguments.argument(violation.field()), violation.message()))
                    .distinct()
                    .toList());
        } catch (UnknownNameException unknown) {
            throw unknown.at(arguments.argument(unknown.field()));
        }
    }

    private static Answer told(Comparison comparison, int step) {
        Size size = SIZES.get(Math.min(step, SIZES.size() - 1));
        int ranked = comparison.ranked().size();
        int ruledOut = comparison.ruledOut().size();
        for (int left = step - SIZES.size() + 1; left > 0; left--) {
            if (ranked <= 1 && ruledOut == 0) {
                return null;
            }
            if (ruledOut > 0 && ruledOut >= ranked) {
                ruledOut--;
            } else {
                ranked--;
            }
        }
        return new Answer(
                Brief.cut(comparison.answer(), size.answer),
                comparison.asOf(),
                comparison.months(),
                comparison.currency(),
                comparison.ranked().stream()
                        .limit(ranked)
                        .map(one -> ranked(one, size))
                        .toList(),
                Words.orNothing(comparison.ruledOut().stream()
                        .limit(ruledOut)
                        .map(one -> ruledOut(one, size))
                        .toList()),
                Words.orNothing(Brief.first(comparison.crossovers(), size.crossovers)),
                Words.orNothing(comparison.advisories().stream()
                        .map(advisory -> size.advisory == 0
                                ? advisory.code().name()
                                : advisory.code() + ": " + Brief.cut(advisory.text(), size.advisory))
                        .toList()),
                Words.left(comparison.ranked(), ranked),
                Words.left(comparison.ruledOut(), ruledOut));
    }

    private static Ranked ranked(RankedAlternative one, Size size) {
        return new Ranked(
                one.id(),
                one.kind() == AlternativeKind.PROMPT ? null : one.upFront(),
                size.firstMonth ? one.firstMonth() : null,
                one.total(),
                one.wholeHorizon(),
                one.callAvailability().until(),
                Words.warnings(one.warnings(), size.warnings));
    }

    private static RuledOut ruledOut(RuledOutAlternative one, Size size) {
        return new RuledOut(
                one.id(),
                Brief.first(one.reasons(), size.reasons).stream()
                        .map(RuledOutReason::text)
                        .map(text -> Brief.cut(text, size.reason))
                        .toList());
    }
}

package io.epochwise.policy;

import io.epochwise.catalog.Fact;
import io.epochwise.catalog.Limit;
import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.RetentionRule;
import io.epochwise.catalog.RetentionTopic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Data must be processed and stored within one of these regions, or can be if the customer chooses so. Lists of regions
 * where jobs run and tuned models answer must have one within, too.
 *
 * @param wanted regions of providers, countries or {@code EU}; see {@link Geography}
 */
record DataRegions(List<String> wanted) implements Requirement {
    private static final Set<String> WORDS =
            Set.of("available", "guaranteed", "in-region-of-job", "geography-of-resource", "none", "not-available");

    @Override
    public String field() {
        return "regions";
    }

    @Override
    public List<Answer> answers(IntendedUse use) {
        List<Answer> answers = new ArrayList<>();
        answers.addAll(residency(use, RetentionTopic.PROCESSING_RESIDENCY, "where data are processed"));
        answers.addAll(residency(use, RetentionTopic.STORAGE_RESIDENCY, "where data rest"));
        use.limit(LimitName.TRAINING_REGION)
                .ifPresent(limit -> answers.add(listed("Jobs run in ", limit.values(), limit)));
        use.limit(LimitName.SERVING_REGION)
                .ifPresent(limit -> answers.add(listed("Tuned models answer in ", limit.values(), limit)));
        return answers;
    }

    private List<Answer> residency(IntendedUse use, RetentionTopic topic, String question) {
        List<RetentionRule> rules = use.retention(topic);
        return rules.isEmpty()
                ? List.of(DataPolicy.silence(use, question))
                : rules.stream().map(rule -> answer(use, rule)).toList();
    }

    private Answer answer(IntendedUse use, RetentionRule rule) {
        String data = rule.topic() == RetentionTopic.STORAGE_RESIDENCY ? "Data can rest" : "Data can be processed";
        return switch (rule.value()) {
            case "none" ->
                Answer.of(
                        Outcome.FAIL,
                        rule.tiers().isEmpty()
                                ? "Data are not bound to a region"
                                : "The price class " + use.tier() + " does not bind data to a region",
                        rule);
            case "not-available" -> Answer.of(Outcome.FAIL, "No region can be chosen", rule);
            case "available", "guaranteed" ->
                rule.regions().isEmpty()
                        ? chosen(use, data + " in the region of the resource", rule, false)
                        : listed(data + " in ", rule.regions(), rule);
            case "in-region-of-job" -> chosen(use, data + " in the region of the job", rule, false);
            case "geography-of-resource" -> chosen(use, data + " in the geography of the resource", rule, true);
            default -> DataPolicy.unread(rule);
        };
    }

    /** Where the customer's choice decides: whether there is one to choose. */
    private Answer chosen(IntendedUse use, String text, RetentionRule rule, boolean wholeGeography) {
        Optional<Limit> offered = use.limit(LimitName.TRAINING_REGION);
        if (offered.isEmpty()) {
            return Answer.of(Outcome.UNKNOWN, text + ", and no source lists the regions to choose from", rule);
        }
        if (wholeGeography && wanted.stream().noneMatch(Geography::isGeography)) {
            return Answer.of(Outcome.UNKNOWN, text + ", which may be more than " + names(wanted), rule);
        }
        Outcome outcome = within(offered.get().values());
        return Answer.of(outcome, text + ", which can be " + names(offered.get().values()) + told(outcome), rule);
    }

    private Answer listed(String text, List<String> regions, Fact fact) {
        Outcome outcome = within(regions);
        return Answer.of(outcome, text + names(regions) + told(outcome), fact);
    }

    private String told(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "";
            case FAIL -> ", none of them within " + names(wanted);
            case UNKNOWN -> ", and whether one of them is within " + names(wanted) + " is not known here";
        };
    }

    private Outcome within(List<String> offered) {
        return offered.stream()
                .flatMap(region -> wanted.stream().map(place -> Geography.within(region, place)))
                .min(Comparator.naturalOrder())
                .orElse(Outcome.UNKNOWN);
    }

    private static String names(List<String> regions) {
        return String.join(", ", regions);
    }

    static boolean knows(RetentionTopic topic, String word) {
        return (topic == RetentionTopic.PROCESSING_RESIDENCY || topic == RetentionTopic.STORAGE_RESIDENCY)
                && WORDS.contains(word);
    }
}

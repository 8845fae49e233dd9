package io.epochwise.policy;

import io.epochwise.catalog.RetentionRule;
import io.epochwise.catalog.RetentionTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Data must be gone after so many days. It is met only if the provider itself bounds both what is stored and the logs of
 * abuse monitoring; what stays until the customer deletes it is not bounded by the provider.
 *
 * @param days from 0, which needs zero data retention
 */
record RetentionLimit(int days) implements Requirement {
    private static final Set<String> WORDS =
            Set.of("none", "kept", "until-deleted", "on-by-default", "modified-on-application");

    @Override
    public String field() {
        return "maxRetentionDays";
    }

    @Override
    public List<Answer> answers(IntendedUse use) {
        List<Answer> answers = new ArrayList<>();
        answers.addAll(answers(use, RetentionTopic.STORED_DATA, "how long files and tuned models are kept"));
        if (days > 0) {
            answers.addAll(abuseMonitoring(use));
            return answers;
        }
        List<Answer> zero = DataPolicy.ZERO_DATA_RETENTION.answers(use);
        answers.addAll(zero);
        // Zero data retention is what switches these logs off; where it cannot be had they stay.
        if (zero.stream().anyMatch(answer -> answer.outcome() == Outcome.FAIL || answer.fact() == null)) {
            answers.addAll(abuseMonitoring(use));
        }
        return answers;
    }

    private List<Answer> abuseMonitoring(IntendedUse use) {
        return answers(use, RetentionTopic.ABUSE_MONITORING, "how long logs of abuse monitoring are kept");
    }

    private List<Answer> answers(IntendedUse use, RetentionTopic topic, String question) {
        List<RetentionRule> rules = use.retention(topic);
        return rules.isEmpty()
                ? List.of(DataPolicy.silence(use, question))
                : rules.stream().map(this::answer).toList();
    }

    private Answer answer(RetentionRule rule) {
        String what = rule.topic() == RetentionTopic.STORED_DATA ? "What is stored" : "The log of abuse monitoring";
        return switch (rule.value()) {
            case "none" -> Answer.of(Outcome.PASS, what + " is kept for no time", rule);
            case "kept" -> kept(what, rule);
            case "until-deleted" ->
                Answer.of(
                        Outcome.UNKNOWN,
                        what + " is kept until it is deleted: deletion is the customer's act, the provider sets no"
                                + " bound",
                        rule);
            case "on-by-default" ->
                Answer.of(Outcome.UNKNOWN, what + " is on by default, and for how long is not stated", rule);
            case "modified-on-application" ->
                Answer.of(
                        Outcome.UNKNOWN,
                        what + " is modified on application, and for how long it keeps data is not stated",
                        rule);
            default -> DataPolicy.unread(rule);
        };
    }

    private Answer kept(String what, RetentionRule rule) {
        if (rule.days() == null) {
            return Answer.of(Outcome.UNKNOWN, what + " is kept, and for how long is not stated", rule);
        }
        String kept = what + " is kept for " + rule.days() + (rule.days() == 1 ? " day" : " days");
        return rule.days() <= days
                ? Answer.of(Outcome.PASS, kept, rule)
                : Answer.of(Outcome.FAIL, kept + ", longer than " + days, rule);
    }

    static boolean knows(RetentionTopic topic, String word) {
        return (topic == RetentionTopic.STORED_DATA || topic == RetentionTopic.ABUSE_MONITORING)
                && WORDS.contains(word);
    }
}

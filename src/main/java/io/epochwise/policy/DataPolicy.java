package io.epochwise.policy;

import io.epochwise.catalog.OfferingKind;
import io.epochwise.catalog.RetentionRule;
import io.epochwise.catalog.RetentionTopic;
import java.util.List;
import java.util.Map;

/** Requirements on what is done with data that a word of the catalog answers by itself. */
enum DataPolicy implements Requirement {
    ZERO_DATA_RETENTION(
            "zeroDataRetention",
            RetentionTopic.ZERO_DATA_RETENTION,
            "whether nothing may be kept at all",
            Map.of(
                    "eligible", new Meaning(Outcome.PASS, "Zero data retention can be had"),
                    "not-eligible", new Meaning(Outcome.FAIL, "Zero data retention cannot be had"),
                    "on-application",
                            new Meaning(
                                    Outcome.UNKNOWN,
                                    "Zero data retention must be applied for, and the provider decides"),
                    "not-default",
                            new Meaning(
                                    Outcome.UNKNOWN,
                                    "Zero data retention is not the default, and must be set up with the provider"))),
    NO_TRAINING_ON_DATA(
            "noTrainingOnData",
            RetentionTopic.TRAINING_ON_DATA,
            "whether the provider trains its own models on the data",
            Map.of(
                    "no", new Meaning(Outcome.PASS, "The provider does not train its own models on the data"),
                    "yes", new Meaning(Outcome.FAIL, "The provider trains its own models on the data"))),
    CUSTOMER_MANAGED_KEYS(
            "customerManagedKeys",
            RetentionTopic.CUSTOMER_MANAGED_KEYS,
            "whether stored data can be encrypted with the customer's keys",
            Map.of(
                    "supported", new Meaning(Outcome.PASS, "Stored data can be encrypted with the customer's keys"),
                    "not-supported",
                            new Meaning(Outcome.FAIL, "Stored data cannot be encrypted with the customer's keys"))),
    PEOPLE_IN_IMAGES(
            "peopleInImages",
            RetentionTopic.PEOPLE_IN_IMAGES,
            "what happens to images of people",
            Map.of(
                    "allowed", new Meaning(Outcome.PASS, "Images of people are taken"),
                    "images-skipped", new Meaning(Outcome.FAIL, "Images of people are left out of training")));

    private record Meaning(Outcome outcome, String text) {}

    private final String field;
    private final RetentionTopic topic;
    private final String question;
    private final Map<String, Meaning> words;

    DataPolicy(String field, RetentionTopic topic, String question, Map<String, Meaning> words) {
        this.field = field;
        this.topic = topic;
        this.question = question;
        this.words = words;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public List<Answer> answers(IntendedUse use) {
        List<RetentionRule> rules = use.retention(topic);
        return rules.isEmpty()
                ? List.of(silence(use, question))
                : rules.stream().map(this::answer).toList();
    }

    private Answer answer(RetentionRule rule) {
        Meaning meaning = words.get(rule.value());
        return meaning == null ? unread(rule) : Answer.of(meaning.outcome(), meaning.text(), rule);
    }

    boolean knows(RetentionTopic topic, String word) {
        return topic == this.topic && words.containsKey(word);
    }

    /** The answer where no row speaks of it. */
    static Answer silence(IntendedUse use, String question) {
        return Answer.none("No source says " + question + "."
                + (use.offering().kind() == OfferingKind.SELF_HOSTED
                        ? " The model runs where you run it: ask who runs the machines."
                        : ""));
    }

    /** The answer of a row whose word means nothing here. */
    static Answer unread(RetentionRule rule) {
        return Answer.of(Outcome.UNKNOWN, "The catalog says of " + rule.topic() + " " + rule.value(), rule);
    }
}

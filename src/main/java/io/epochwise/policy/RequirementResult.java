package io.epochwise.policy;

import io.epochwise.catalog.Fact;
import io.epochwise.catalog.Grade;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether an offering meets a requirement, and what that rests on.
 *
 * @param requirement the requirement's name in the question
 * @param verdict whether it is met
 * @param text why, for a reader
 * @param source where it is known from; null if no row of the catalog speaks of it
 * @param asOf the earliest date for which those sources speak; null if undated or there is none
 * @param grade how good the weakest of them is; null if there is none
 */
public record RequirementResult(
        String requirement, Outcome verdict, String text, String source, LocalDate asOf, Grade grade) {

    /** The worst of several answers decides; those that are as bad are told and named as sources. */
    static RequirementResult of(String requirement, List<Answer> answers) {
        Outcome verdict = answers.stream().map(Answer::outcome).reduce(Outcome.PASS, Outcome::and);
        List<Answer> decisive =
                answers.stream().filter(answer -> answer.outcome() == verdict).toList();
        List<Fact> facts = decisive.stream()
                .map(Answer::fact)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new RequirementResult(
                requirement,
                verdict,
                decisive.stream().map(Answer::text).distinct().collect(Collectors.joining(" ")),
                facts.isEmpty()
                        ? null
                        : facts.stream()
                                .flatMap(fact -> Stream.of(fact.source().split("; ")))
                                .distinct()
                                .collect(Collectors.joining("; ")),
                facts.stream()
                        .map(Fact::asOf)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                facts.stream().map(Fact::grade).max(Comparator.naturalOrder()).orElse(null));
    }

    /** The same result with a sentence more. */
    RequirementResult with(String sentence) {
        return new RequirementResult(requirement, verdict, text + " " + sentence, source, asOf, grade);
    }
}

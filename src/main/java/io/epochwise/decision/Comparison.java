package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.fault.InvalidInputException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ways to get a workload done, the cheapest first.
 *
 * <p>Those that last all months come first, by their expected total; then those whose model ends before, by what 1,000 requests
 * cost, since their totals are of fewer months. What costs the same is in the order of ids.
 *
 * @param id digest of the normalized request and the catalog version; null until set by {@link #withId}
 * @param catalogVersion the catalog whose facts were applied
 * @param asOf the day of the jobs and the first day of month 1
 * @param currency ISO 4217 code of all amounts
 * @param months how many months are looked at
 * @param answer the same in a sentence or two: what costs least, by how much, and what cannot be had
 * @param ranked the alternatives that can be had
 * @param ruledOut those that cannot, and why, in the order of the question
 * @param crossovers the months in which two of the ranked change places, as far as both last
 * @param advisories what a reader should know before relying on the answer
 */
public record Comparison(
        String id,
        String catalogVersion,
        LocalDate asOf,
        String currency,
        int months,
        String answer,
        List<RankedAlternative> ranked,
        List<RuledOutAlternative> ruledOut,
        List<Crossover> crossovers,
        List<Advisory> advisories) {
    /** Copies the lists. */
    public Comparison {
        ranked = List.copyOf(ranked);
        ruledOut = List.copyOf(ruledOut);
        crossovers = List.copyOf(crossovers);
        advisories = List.copyOf(advisories);
    }

    /**
     * Compares alternatives.
     *
     * @param catalog where the facts are from
     * @param request what is asked
     * @param today the day to take where the request names none
     * @return the answer, without an id
     * @throws InvalidInputException if the request breaks a rule; fields of an alternative begin with {@code alternatives[2].}
     * @throws io.epochwise.fault.UnknownNameException if there is no such offering, naming its field
     */
    public static Comparison of(Catalog catalog, ComparisonRequest request, LocalDate today) {
        ComparisonChecks.check(request);
        LocalDate asOf = Objects.requireNonNullElse(request.asOf(), today);
        return new Comparing(catalog, request, asOf).answer();
    }

    /**
     * The costs of one of the alternatives.
     *
     * @param alternative its id; null for the first of the ranking
     * @throws InvalidInputException if it cannot be had, or nothing can
     */
    static CostAnswer cost(Catalog catalog, ComparisonRequest request, String alternative, LocalDate today) {
        LocalDate asOf = Objects.requireNonNullElse(request.asOf(), today);
        Comparing comparing = Part.at("request", () -> {
            ComparisonChecks.check(request);
            return new Comparing(catalog, request, asOf);
        });
        Comparison answer = Part.at("request", comparing::answer);
        String chosen = answer.choose(alternative);
        return CostAnswer.of(
                CostKind.COMPARISON,
                request.resolved(answer),
                answer.catalogVersion,
                asOf,
                answer.currency,
                chosen,
                comparing.explored(chosen));
    }

    private String choose(String alternative) {
        if (ranked.isEmpty()) {
            throw new InvalidInputException(
                    "request.alternatives", "cannot be had, none of them: " + RuledOutAlternative.words(ruledOut));
        }
        if (alternative == null) {
            return ranked.get(0).id();
        }
        List<RuledOutAlternative> refused =
                ruledOut.stream().filter(one -> one.id().equals(alternative)).toList();
        if (!refused.isEmpty()) {
            throw new InvalidInputException("alternative", "cannot be had: " + RuledOutAlternative.words(refused));
        }
        if (ranked.stream().noneMatch(one -> one.id().equals(alternative))) {
            throw new InvalidInputException(
                    "alternative",
                    "is none of the comparison, which has "
                            + offerings().keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return alternative;
    }

    /** The same answer with its id. */
    public Comparison withId(String digest) {
        return new Comparison(
                digest, catalogVersion, asOf, currency, months, answer, ranked, ruledOut, crossovers, advisories);
    }

    /** The offerings' ids of all alternatives, by the alternatives' own. */
    Map<String, String> offerings() {
        return Stream.concat(
                        ranked.stream().map(one -> Map.entry(one.id(), one.offering())),
                        ruledOut.stream().map(one -> Map.entry(one.id(), one.offering())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

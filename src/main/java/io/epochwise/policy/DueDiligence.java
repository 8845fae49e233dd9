package io.epochwise.policy;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.dataset.LimitFindings;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which requirements offerings meet on a day, what can be done with them then, and what their limits say of a dataset.
 *
 * @param id digest of the normalized request and the catalog version; null until set by {@link #withId}
 * @param catalogVersion the catalog whose facts were applied
 * @param asOf the day whose facts were applied
 * @param offerings the offerings in the order of the question, each once
 */
public record DueDiligence(String id, String catalogVersion, LocalDate asOf, List<OfferingDueDiligence> offerings) {
    /** Copies the list. */
    public DueDiligence {
        offerings = List.copyOf(offerings);
    }

    /**
     * Checks offerings against requirements. What no row of the catalog tells is unknown and never met.
     *
     * @param catalog where the facts are from
     * @param request what is asked
     * @param today the day to take where the request names none
     * @return the answer, without an id
     * @throws io.epochwise.fault.InvalidInputException if the request breaks a rule
     * @throws io.epochwise.fault.UnknownNameException if there is no such offering
     */
    public static DueDiligence of(Catalog catalog, DueDiligenceRequest request, LocalDate today) {
        DueDiligenceChecks.complete(request);
        List<Offering> offerings = Stream.concat(
                        Stream.ofNullable(request.offering()),
                        Stream.ofNullable(request.offerings()).flatMap(List::stream))
                .map(name -> catalog.require(name).id())
                .distinct()
                .map(catalog::require)
                .toList();
        DueDiligenceChecks.possible(request, offerings);
        LocalDate asOf = Objects.requireNonNullElse(request.asOf(), today);
        return new DueDiligence(
                null,
                catalog.version(),
                asOf,
                offerings.stream()
                        .map(offering -> check(catalog, request, offering, asOf))
                        .toList());
    }

    /** The same answer with its id. */
    public DueDiligence withId(String id) {
        return new DueDiligence(id, catalogVersion, asOf, offerings);
    }

    private static OfferingDueDiligence check(
            Catalog catalog, DueDiligenceRequest request, Offering offering, LocalDate asOf) {
        Organization organization = Objects.requireNonNullElse(request.organization(), Organization.UNKNOWN);
        Method method = request.method() == null ? offering.usualMethod() : request.method();
        String tier =
                request.tier() != null && DueDiligenceChecks.tiers(offering).contains(request.tier())
                        ? request.tier()
                        : offering.defaultTier();
        boolean withImages = request.requirements().concernImages()
                || request.dataset() != null && request.dataset().hasImages();
        List<RequirementResult> results =
                request.requirements().check(new IntendedUse(offering, tier, method, organization, asOf));
        return new OfferingDueDiligence(
                offering.id(),
                results.stream().map(RequirementResult::verdict).reduce(Outcome.PASS, Outcome::and),
                results,
                OfferingAvailability.of(catalog, offering, method, withImages, organization, asOf),
                request.dataset() == null ? List.of() : LimitFindings.of(request.dataset(), offering, tier, asOf));
    }
}

package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Offering;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.money.RangeChoice;
import io.epochwise.policy.Alternatives;
import io.epochwise.policy.Availability;
import io.epochwise.policy.AvailabilityRules;
import io.epochwise.policy.Organization;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A question about inference that is checked and whose offering is looked up, ready to be answered for any values of its
 * numbers. What does not depend on them is found once.
 */
public final class PreparedInference {
    private final Catalog catalog;
    private final InferenceRequest request;
    private final Offering offering;
    private final LocalDate asOf;
    private final String tier;
    private final Availability availability;
    private final boolean kept;

    private PreparedInference(Catalog catalog, InferenceRequest request, Offering offering, LocalDate asOf) {
        this.catalog = catalog;
        this.request = request;
        this.offering = offering;
        this.asOf = asOf;
        tier = Objects.requireNonNullElse(request.tier(), offering.defaultTier());
        availability = findAvailability();
        kept = true;
    }

    private PreparedInference(PreparedInference same, boolean kept) {
        catalog = same.catalog;
        request = same.request;
        offering = same.offering;
        asOf = same.asOf;
        tier = same.tier;
        availability = same.availability;
        this.kept = kept;
    }

    /**
     * Checks a question.
     *
     * @param catalog where the facts are from
     * @param request what is asked
     * @param today the day to take where the request names none
     * @throws InvalidInputException if the request breaks a rule
     * @throws UnknownNameException if there is no such offering
     */
    public static PreparedInference of(Catalog catalog, InferenceRequest request, LocalDate today) {
        InferenceChecks.complete(request);
        Offering offering = catalog.require(request.offering());
        LocalDate asOf = Objects.requireNonNullElse(request.asOf(), today);
        InferenceChecks.possible(request, offering, asOf);
        return new PreparedInference(catalog, request, offering, asOf);
    }

    /** The same calls of a tuned model that is not kept deployed and stored for all months, as in a single run. */
    PreparedInference unkept() {
        return new PreparedInference(this, false);
    }

    private Availability findAvailability() {
        Organization organization = Objects.requireNonNullElse(request.organization(), Organization.UNKNOWN);
        return tuned()
                ? AvailabilityRules.tunedInference(offering, organization, asOf)
                        .or(() -> Alternatives.of(
                                catalog,
                                offering,
                                offering.usualMethod(),
                                request.workload().hasImages(),
                                organization,
                                asOf))
                : AvailabilityRules.baseInference(offering, organization, asOf)
                        .or(() -> Alternatives.replacements(catalog, offering, organization, asOf));
    }

    /**
     * The estimate.
     *
     * @param choice which value of each number is taken
     * @return without an id
     */
    public Estimate estimate(RangeChoice choice) {
        return run(request.workload().resolved("workload.", choice)).estimate();
    }

    /**
     * The costs of each month.
     *
     * @param workload one that keeps to the rules of the question's own; of its numbers what is expected is taken
     */
    public InferenceCosts costs(Workload workload) {
        return run(workload).costs();
    }

    /**
     * The costs of each month, where some of this question are known: what a call costs is not found again if only how many there
     * are is another.
     *
     * @param workload as above
     * @param known costs of this question for any workload; null if there are none
     */
    public InferenceCosts costs(Workload workload, InferenceCosts known) {
        return known != null && known.rates().holdFor(workload)
                ? new InferenceCosts(() -> run(workload).estimate(), known.rates(), workload)
                : costs(workload);
    }

    private InferenceEstimator run(Workload workload) {
        return new InferenceEstimator(this, workload);
    }

    Catalog catalog() {
        return catalog;
    }

    /** The question. */
    public InferenceRequest request() {
        return request;
    }

    /** The offering that answers. */
    public Offering offering() {
        return offering;
    }

    /** The first day. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Whether a model tuned on the offering answers. */
    public boolean tuned() {
        return Boolean.TRUE.equals(request.tuned());
    }

    /** Whether it can be called, and until when. */
    public Availability availability() {
        return availability;
    }

    /** Whether a tuned model is kept deployed and stored for all months. */
    boolean kept() {
        return kept;
    }

    String tier() {
        return tier;
    }
}

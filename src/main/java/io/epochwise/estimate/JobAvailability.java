package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.policy.Alternatives;
import io.epochwise.policy.Availability;
import io.epochwise.policy.AvailabilityRules;
import io.epochwise.policy.Organization;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether training jobs can be created. Jobs that differ in their numbers only have the same answer, which is found once; so
 * one of these is for the jobs of one question, and for one thread.
 */
public final class JobAvailability {
    private final Catalog catalog;
    private final Map<Job, Availability> known = new HashMap<>();

    private record Job(String offering, Method method, boolean withImages, Organization organization, LocalDate asOf) {}

    /** @param catalog where the facts are from */
    public JobAvailability(Catalog catalog) {
        this.catalog = catalog;
    }

    Catalog catalog() {
        return catalog;
    }

    /** The parameters are those of {@link AvailabilityRules#training}. */
    Availability of(Offering offering, Method method, boolean withImages, Organization organization, LocalDate asOf) {
        return known.computeIfAbsent(
                new Job(offering.id(), method, withImages, organization, asOf),
                job -> AvailabilityRules.training(offering, method, withImages, organization, asOf)
                        .or(() -> Alternatives.of(catalog, offering, method, withImages, organization, asOf)));
    }
}

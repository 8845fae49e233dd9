package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.policy.Alternatives;
import io.epochwise.policy.Availability;
import io.epochwise.policy.AvailabilityRules;
import io.epochwise.policy.Organization;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether training jobs can be created. Jobs that differ in their numbers only have the same answer, so the answers that were
 * asked for last are kept. For any number of threads.
 */
public final class JobAvailability {
    /** Answers kept, of some kilobytes each. */
    private static final int MOST_KEPT = 256;

    private final Catalog catalog;
    private final Map<Job, Availability> known = Collections.synchronizedMap(new LastAsked());

    private record Job(String offering, Method method, boolean withImages, Organization organization, LocalDate asOf) {}

    private static final class LastAsked extends LinkedHashMap<Job, Availability> {
        private static final long serialVersionUID = 1L;
        private static final float USUAL_LOAD = 0.75f;

        LastAsked() {
            super(MOST_KEPT, USUAL_LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Job, Availability> eldest) {
            return size() > MOST_KEPT;
        }
    }

    /** @param catalog where the facts are from */
    public JobAvailability(Catalog catalog) {
        this.catalog = catalog;
    }

    Catalog catalog() {
        return catalog;
    }

    /** The parameters are those of {@link AvailabilityRules#training}. */
    Availability of(Offering offering, Method method, boolean withImages, Organization organization, LocalDate asOf) {
        Job job = new Job(offering.id(), method, withImages, organization, asOf);
        Availability answer = known.get(job);
        if (answer == null) {
            answer = AvailabilityRules.training(offering, method, withImages, organization, asOf)
                    .or(() -> Alternatives.of(catalog, offering, method, withImages, organization, asOf));
            known.put(job, answer);
        }
        return answer;
    }
}

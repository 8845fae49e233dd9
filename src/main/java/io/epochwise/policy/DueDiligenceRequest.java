package io.epochwise.policy;

import io.epochwise.catalog.Method;
import io.epochwise.dataset.Dataset;
import java.time.LocalDate;
import java.util.List;

/**
 * May this organization use these offerings for this dataset? Either {@code offering} or {@code offerings} is given, and
 * {@code requirements}; every other part may be null.
 *
 * @param offering id or alias
 * @param offerings ids or aliases, from 1 to 50
 * @param dataset the training examples; null if they are not known
 * @param requirements what is required
 * @param organization who asks, at each of the providers; null for not said
 * @param tier the price class, of those offerings that have it; null for each offering's usual one
 * @param method how to tune; null for each offering's usual one
 * @param asOf the day whose facts apply; null for today
 */
public record DueDiligenceRequest(
        String offering,
        List<String> offerings,
        Dataset dataset,
        Requirements requirements,
        Organization organization,
        String tier,
        Method method,
        LocalDate asOf) {

    /** The same question with the offerings' ids in place of names, and with the day that is taken. */
    public DueDiligenceRequest resolved(List<String> ids, LocalDate day) {
        return new DueDiligenceRequest(null, ids, dataset, requirements, organization, tier, method, day);
    }
}

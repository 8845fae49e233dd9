package io.epochwise.policy;

import io.epochwise.dataset.Finding;
import java.util.List;

/**
 * What is to be said of one offering.
 *
 * @param offering its id
 * @param verdict the worst of the results: pass only if every requirement is met
 * @param results a result for each requirement asked for
 * @param availability what can be done with it on the day
 * @param findings what its limits say of the dataset; empty if none is given
 */
public record OfferingDueDiligence(
        String offering,
        Outcome verdict,
        List<RequirementResult> results,
        OfferingAvailability availability,
        List<Finding> findings) {
    /** Copies the lists. */
    public OfferingDueDiligence {
        results = List.copyOf(results);
        findings = List.copyOf(findings);
    }
}

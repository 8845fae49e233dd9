package io.epochwise.decision;

import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.PriceOverrides;
import io.epochwise.estimate.ServingChoice;
import io.epochwise.estimate.Workload;
import io.epochwise.policy.Organization;
import java.time.LocalDate;

/**
 * A model and what is asked of it. Only {@code offering} and {@code workload} are needed; every other part may be null and
 * means what it means in {@link InferenceRequest}.
 *
 * @param offering id or alias
 * @param tuned whether a model tuned on the offering answers; null for what is usual where it stands
 * @param workload what is asked in a month
 * @param tier the price class
 * @param region in the provider's spelling
 * @param overrides own prices and discount
 * @param serving how the model is kept ready, where that is billed by time
 */
public record ModelUse(
        String offering,
        Boolean tuned,
        Workload workload,
        String tier,
        String region,
        PriceOverrides overrides,
        ServingChoice serving) {
    ModelUse with(Workload other) {
        return new ModelUse(offering, tuned, other, tier, region, overrides, serving);
    }

    ModelUse named(String id) {
        return new ModelUse(id, tuned, workload, tier, region, overrides, serving);
    }

    InferenceRequest request(boolean usuallyTuned, Integer months, Organization organization, LocalDate asOf) {
        return new InferenceRequest(
                offering,
                tuned == null ? Boolean.valueOf(usuallyTuned) : tuned,
                workload,
                months,
                tier,
                region,
                overrides,
                serving,
                organization,
                asOf,
                null);
    }
}

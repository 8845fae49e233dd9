package io.epochwise.decision;

import io.epochwise.estimate.PriceOverrides;
import io.epochwise.estimate.ServingChoice;
import io.epochwise.estimate.Workload;
import java.util.Objects;

/**
 * A way to get a workload done. Only {@code kind} and {@code offering} are needed; every other part may be null.
 *
 * @param id what it is called in the answer, unlike all others; null for the offering as it is named
 * @param kind what kind of way
 * @param offering id or alias
 * @param workload its own workload, such as a shorter prompt; null for the common one
 * @param training how it is tuned; needed to fine-tune, and only there or where it is self-hosted
 * @param serving how the model is kept ready, where that is billed by time
 * @param tuned whether a model answers that is tuned already; null for no. Where it is tuned first, it is
 * @param tier the price class of its calls; null for the usual one
 * @param region null for not decided
 * @param overrides own prices and discount of its calls; null for list prices
 */
public record ComparedAlternative(
        String id,
        AlternativeKind kind,
        String offering,
        Workload workload,
        TrainingPlan training,
        ServingChoice serving,
        Boolean tuned,
        String tier,
        String region,
        PriceOverrides overrides) {
    /** What it is called in the answer. */
    String name() {
        return Objects.requireNonNullElse(id, offering);
    }

    /** The same of a kind. */
    ComparedAlternative of(AlternativeKind way) {
        return new ComparedAlternative(id, way, offering, workload, training, serving, tuned, tier, region, overrides);
    }

    /** The same with what a lever changes. */
    ComparedAlternative with(TrainingPlan plan, Workload ownWorkload, String callTier) {
        return new ComparedAlternative(
                name(), kind, offering, ownWorkload, plan, serving, tuned, callTier, region, overrides);
    }

    ComparedAlternative named(String offeringId) {
        return new ComparedAlternative(
                name(), kind, offeringId, workload, training, serving, tuned, tier, region, overrides);
    }

    ModelUse use(Workload common) {
        return new ModelUse(
                offering,
                training != null || Boolean.TRUE.equals(tuned),
                Objects.requireNonNullElse(workload, common),
                tier,
                region,
                overrides,
                serving);
    }
}

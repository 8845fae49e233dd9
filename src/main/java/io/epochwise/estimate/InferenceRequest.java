package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.policy.Organization;
import java.time.LocalDate;

/**
 * What does it cost to answer this workload with this offering? Only {@code offering} and {@code workload} are needed; every
 * other part may be null.
 *
 * @param offering id or alias
 * @param tuned whether a model tuned on the offering answers, and not the offering itself; null for false
 * @param workload what is asked of it in a month
 * @param months how many months, from 1 to 120, the first beginning on {@code asOf}; null for 1
 * @param tier the provider's price class; null for the offering's usual one
 * @param region in the provider's spelling; null for not decided
 * @param overrides own prices and discount; null for list prices
 * @param serving how the model is kept ready where that is billed by time and not by token; its hours are those of each
 *     month. Null to be billed by token where that is offered, else by the time of all hours
 * @param organization who calls; null for not said
 * @param asOf the first day; null for today
 * @param uncertainty how the total is to be drawn many times; null for not at all
 */
public record InferenceRequest(
        String offering,
        Boolean tuned,
        Workload workload,
        Integer months,
        String tier,
        String region,
        PriceOverrides overrides,
        ServingChoice serving,
        Organization organization,
        LocalDate asOf,
        UncertaintyChoice uncertainty)
        implements EstimateRequest {
    /** A month of the base model at list prices, with nothing else said. */
    public static InferenceRequest of(String offering, Workload workload) {
        return new InferenceRequest(offering, null, workload, null, null, null, null, null, null, null, null);
    }

    @Override
    public Estimate estimate(Catalog catalog, LocalDate today) {
        return InferenceEstimator.estimate(catalog, this, today);
    }

    @Override
    public InferenceRequest onTermsOf(EstimateRequest other) {
        return new InferenceRequest(
                other.offering(),
                tuned,
                workload,
                months,
                other.tier(),
                other.region(),
                other.overrides(),
                serving,
                organization,
                other.asOf(),
                uncertainty);
    }
}

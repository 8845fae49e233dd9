package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import java.time.LocalDate;

/** A question that an estimate answers: what is to be done, and on which terms. */
public sealed interface EstimateRequest extends Question permits TrainingRequest, InferenceRequest {
    /** Id or alias of the offering. */
    String offering();

    /** The provider's price class; null for the offering's usual one. */
    String tier();

    /** In the provider's spelling; null for not decided. */
    String region();

    /** Own prices and discount; null for list prices. */
    PriceOverrides overrides();

    /**
     * Answers it.
     *
     * @param catalog where the facts are from
     * @param today the day to take where the question names none
     * @return the estimate, without an id
     * @throws io.epochwise.fault.InvalidInputException if the question breaks a rule
     * @throws io.epochwise.fault.UnknownNameException if there is no such offering
     */
    Estimate estimate(Catalog catalog, LocalDate today);

    /** The same to be done with the offering, price class, region, own prices and day of another question. */
    EstimateRequest onTermsOf(EstimateRequest other);
}

package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Method;
import io.epochwise.dataset.Dataset;
import io.epochwise.money.RangeChoice;
import io.epochwise.policy.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What does it cost to tune this offering on this dataset? Only {@code offering} and {@code dataset} are needed; every
 * other part may be null.
 *
 * @param offering id or alias
 * @param dataset the training examples
 * @param epochs within the offering's limit, from 1 to 1000 if none is known; null for the cookbook's estimate
 * @param validation the examples the provider validates on; null for none
 * @param method how to tune; null for supervised fine-tuning, or the offering's first method if that is not offered
 * @param adapter which of an offering's ways to store what is learned; null for the plain one
 * @param tier the provider's price class; null for the offering's usual one
 * @param region in the provider's spelling; null for not decided
 * @param overrides own prices and discount; null for list prices
 * @param currency ISO 4217 code; null for that of the prices, and no other is possible
 * @param organization who tunes; null for not said
 * @param asOf the day of the job's creation; null for today
 * @param trainingHours wall-clock hours of the training loop, up to 1,000,000; needed where time is billed
 * @param jobDays UTC days on which the job runs, from 1 to 366; null for 1
 * @param hostingHours hours to keep the tuned model deployed, up to 1,000,000; null for no line of hosting
 * @param evaluations passes over the validation examples that the job is told to make, up to 10,000, where the provider
 *     bills them one by one; null for 1 where all are billed, else for none
 * @param packing false to bill every example at the longest sequence, where a provider has that choice; null for true
 * @param maxSequenceLength tokens of the longest sequence; needed with packing off unless the catalog knows the training
 *     context
 * @param trainingSteps steps of the job, up to 1,000,000,000, where the provider's jobs run in steps; null to take epochs
 * @param tokensPerStep tokens of a step; needed with {@code trainingSteps}
 * @param storageMonths months to keep the tuned model stored, up to 1,200; null for no line of storage
 * @param serving how the tuned model is kept ready, where time is billed; null for no line of it
 * @param compute the GPUs that train an open model; null for a common one
 * @param labor work of people to set the job up and watch it; null for no line of it
 * @param uncertainty how the total is to be drawn many times; null for not at all
 */
public record TrainingRequest(
        String offering,
        Dataset dataset,
        Integer epochs,
        Dataset validation,
        Method method,
        String adapter,
        String tier,
        String region,
        PriceOverrides overrides,
        String currency,
        Organization organization,
        LocalDate asOf,
        BigDecimal trainingHours,
        Integer jobDays,
        BigDecimal hostingHours,
        Integer evaluations,
        Boolean packing,
        Integer maxSequenceLength,
        Integer trainingSteps,
        Integer tokensPerStep,
        BigDecimal storageMonths,
        ServingChoice serving,
        ComputeChoice compute,
        Labor labor,
        UncertaintyChoice uncertainty)
        implements EstimateRequest {
    /** A job at list prices with nothing else said. */
    public static TrainingRequest of(String offering, Dataset dataset, int epochs) {
        return new TrainingRequest(
                offering, dataset, epochs, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null);
    }

    @Override
    public Estimate estimate(Catalog catalog, LocalDate today) {
        return TrainingEstimator.estimate(catalog, this, today);
    }

    /** The same question with one value chosen of each number that is given as a range. */
    TrainingRequest resolved(RangeChoice choice) {
        return with(
                offering,
                dataset.resolved("dataset.", choice),
                validation == null ? null : validation.resolved("validation.", choice),
                tier,
                region,
                overrides,
                asOf);
    }

    @Override
    public TrainingRequest onTermsOf(EstimateRequest other) {
        return with(
                other.offering(), dataset, validation, other.tier(), other.region(), other.overrides(), other.asOf());
    }

    private TrainingRequest with(
            String model,
            Dataset examples,
            Dataset validationExamples,
            String priceClass,
            String place,
            PriceOverrides own,
            LocalDate day) {
        return new TrainingRequest(
                model,
                examples,
                epochs,
                validationExamples,
                method,
                adapter,
                priceClass,
                place,
                own,
                currency,
                organization,
                day,
                trainingHours,
                jobDays,
                hostingHours,
                evaluations,
                packing,
                maxSequenceLength,
                trainingSteps,
                tokensPerStep,
                storageMonths,
                serving,
                compute,
                labor,
                uncertainty);
    }
}

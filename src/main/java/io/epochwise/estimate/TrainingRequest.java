package io.epochwise.estimate;

import io.epochwise.catalog.Method;
import io.epochwise.dataset.Dataset;
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
        BigDecimal hostingHours) {
    /** A job at list prices with nothing else said. */
    public static TrainingRequest of(String offering, Dataset dataset, int epochs) {
        return new TrainingRequest(
                offering, dataset, epochs, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}

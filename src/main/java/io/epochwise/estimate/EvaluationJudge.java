package io.epochwise.estimate;

import io.epochwise.money.Range;
import io.epochwise.policy.Organization;
import java.time.LocalDate;

/**
 * A language model that judges answers. Each number may be a range.
 *
 * @param offering id or alias; no model is taken by itself
 * @param share the part of answers that it judges, from 0 to 1
 * @param promptTokens what it reads for an answer, up to 1,000,000,000 tokens
 * @param outputTokens what it writes, up to 1,000,000,000 tokens
 * @param batch whether it is asked in batches; null for false
 * @param tier the provider's price class; null for the offering's usual one
 * @param region in the provider's spelling; null for not decided
 * @param overrides own prices and discount; null for list prices
 */
public record EvaluationJudge(
        String offering,
        Range share,
        Range promptTokens,
        Range outputTokens,
        Boolean batch,
        String tier,
        String region,
        PriceOverrides overrides) {
    /** What so many judged answers ask of the judge, in a month. */
    Workload workload(Range answers) {
        return new Workload(
                answers,
                null,
                Range.ZERO,
                null,
                promptTokens,
                null,
                outputTokens,
                null,
                null,
                Boolean.TRUE.equals(batch) ? Range.exactly(1) : null,
                null,
                null,
                null,
                null);
    }

    /** The judge asked so, on its terms. */
    InferenceRequest inference(Workload asked, Organization organization, LocalDate asOf) {
        return new InferenceRequest(offering, false, asked, 1, tier, region, overrides, null, organization, asOf, null);
    }
}

package io.epochwise.estimate;

import io.epochwise.money.Range;
import io.epochwise.policy.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What does it cost to evaluate this offering, and how many questions does it take? Only {@code offering}, and
 * {@code benchmark} or {@code set}, are needed; every other part may be null.
 *
 * @param offering id or alias
 * @param benchmark id of a public set of questions; null for a set of one's own
 * @param set questions of one's own; beside a benchmark, what to take in place of its numbers
 * @param split the part of the benchmark; null for the one that is usually evaluated
 * @param limit how many of the questions are asked, from 1; null for all
 * @param runs how often each is asked, from 1 to 1,000; null for 1. More runs tell how an answer varies and are no more
 *     questions
 * @param tuned whether a model tuned on the offering answers, and not the offering itself; null for false
 * @param chainOfThought whether the model is told to reason before it answers, as far as a harness allows; null for false
 * @param staticPromptTokens tokens that stand before every question; null for none
 * @param fewShotExamples examples before every question; null for none
 * @param cacheHitRate the part of calls that find what stands before the question in the prompt cache; null for 0
 * @param harness id of the program that asks and scores; null for not decided
 * @param judge the model that judges answers; null for none
 * @param batch whether all is asked in batches; null for false
 * @param tier the provider's price class; null for the offering's usual one
 * @param region in the provider's spelling; null for not decided
 * @param overrides own prices and discount; null for list prices
 * @param serving how the model is kept ready where that is billed by time; its hours are those of the run
 * @param hostingHours hours to keep the tuned model deployed where that costs beside tokens, up to 1,000,000; null for no line
 *     of hosting
 * @param precision how sure the result is to be; null for not asked
 * @param organization who calls; null for not said
 * @param asOf the day of the run; null for today
 */
public record EvaluationRequest(
        String offering,
        String benchmark,
        EvaluationSet set,
        String split,
        Long limit,
        Integer runs,
        Boolean tuned,
        Boolean chainOfThought,
        Range staticPromptTokens,
        FewShotExamples fewShotExamples,
        Range cacheHitRate,
        String harness,
        EvaluationJudge judge,
        Boolean batch,
        String tier,
        String region,
        PriceOverrides overrides,
        ServingChoice serving,
        BigDecimal hostingHours,
        EvaluationPrecision precision,
        Organization organization,
        LocalDate asOf)
        implements Question {
    /** The same with so many of the questions, answered by the tuned model, or by the base model, which is not deployed. */
    public EvaluationRequest with(long questions, boolean tunedModel) {
        return new EvaluationRequest(
                offering,
                benchmark,
                set,
                split,
                questions,
                runs,
                tunedModel,
                chainOfThought,
                staticPromptTokens,
                fewShotExamples,
                cacheHitRate,
                harness,
                judge,
                batch,
                tier,
                region,
                overrides,
                tunedModel ? serving : null,
                tunedModel ? hostingHours : null,
                precision,
                organization,
                asOf);
    }
}

package io.epochwise.estimate;

import io.epochwise.money.Range;

/**
 * What an evaluation asks, whatever that costs.
 *
 * @param benchmark id of the benchmark; null for a set of one's own
 * @param split the part that is evaluated; null for a set of one's own
 * @param harness id of the harness; null if none is named
 * @param questionsOfSet how many questions there are
 * @param questions how many of them are asked
 * @param runs how often each is asked
 * @param answers questions x runs
 * @param images images sent in all runs; null if not known
 * @param judgedAnswers answers that a judge reads; null without a judge
 * @param tokens of all runs
 */
public record EvaluationRun(
        String benchmark,
        String split,
        String harness,
        long questionsOfSet,
        long questions,
        int runs,
        long answers,
        Long images,
        Range judgedAnswers,
        EvaluationTokens tokens) {}

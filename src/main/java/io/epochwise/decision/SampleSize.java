package io.epochwise.decision;

import io.epochwise.money.Range;

/**
 * How many questions a precision takes, and what that costs.
 *
 * @param method how the number is found
 * @param questions that each model must answer
 * @param uncorrectedQuestions the same if the set were unbounded
 * @param fewestQuestions the same if the two models differ on no more questions than the difference makes necessary; null
 *     where their disagreement is given or plays no part
 * @param models how many models answer, 1 or 2
 * @param answers to be paid for: questions x models x runs
 * @param questionsOfSet how many questions there are
 * @param withinSet whether there are enough
 * @param finiteSetCorrection whether the number is that of a finite set
 * @param formula the numbers it is computed from
 * @param cost of all answers, judging included; null if a part of it is not known or billed by time, or there are too few
 *     questions
 */
public record SampleSize(
        SampleMethod method,
        long questions,
        long uncorrectedQuestions,
        Long fewestQuestions,
        int models,
        long answers,
        long questionsOfSet,
        boolean withinSet,
        boolean finiteSetCorrection,
        String formula,
        Range cost) {}

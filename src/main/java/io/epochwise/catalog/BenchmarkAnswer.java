package io.epochwise.catalog;

import io.epochwise.token.TokenRange;
import java.time.LocalDate;

/**
 * What a model answers to a question of a benchmark.
 *
 * @param form in words: {@code letter}
 * @param characters of the right answer on average; null if not known
 * @param tokens an estimate of the tokens of a direct answer
 * @param maxNewTokens the most tokens that a harness lets the model write; null if not known
 * @param reasoningMaxNewTokens the same where it is told to reason first; null if not known
 * @param needsJudge whether a language model must judge the answers
 */
public record BenchmarkAnswer(
        String form,
        Long characters,
        TokenRange tokens,
        Long maxNewTokens,
        Long reasoningMaxNewTokens,
        boolean needsJudge,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}

package io.epochwise.catalog;

import io.epochwise.token.TokenRange;
import java.time.LocalDate;

/**
 * What is added to each question, so that the answer can be scored.
 *
 * @param text what is added; null if not known
 * @param tokens an estimate of its tokens, where they cannot be counted
 */
public record BenchmarkInstruction(
        String text, TokenRange tokens, String source, LocalDate asOf, Grade grade, FactStatus status, String note)
        implements Fact {}

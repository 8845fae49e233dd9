package io.epochwise.catalog;

import java.time.LocalDate;

/**
 * How many tokens fit.
 *
 * @param training tokens of a training example; longer ones are cut at the end; null if not known or not tunable
 * @param inference tokens of a request with its answer; null if not known
 */
public record ContextTokens(
        Long training, Long inference, String source, LocalDate asOf, Grade grade, FactStatus status, String note)
        implements Fact {}

package io.epochwise.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a model scored in a harness; one model has several, to show how far they are apart.
 *
 * @param harness id of the harness
 * @param split the part it answered
 * @param percent of the questions it answered right
 */
public record BenchmarkScore(
        String harness,
        String split,
        BigDecimal percent,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}

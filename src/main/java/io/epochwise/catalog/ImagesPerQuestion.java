package io.epochwise.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How many images a question of a benchmark has.
 *
 * @param mean on average
 * @param most of one question; null if not known
 */
public record ImagesPerQuestion(
        BigDecimal mean, Long most, String source, LocalDate asOf, Grade grade, FactStatus status, String note)
        implements Fact {}

package io.epochwise.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a meter costs in an interval of dates.
 *
 * @param meter what is charged for
 * @param amount the list price without tax; null if no source is known ({@link FactStatus#NOT_FOUND})
 * @param low the lowest reading of the sources; null if they agree
 * @param high the highest reading of the sources; null if they agree
 * @param per how many units the price buys; a power of ten
 * @param unit what is counted
 * @param currency ISO 4217 code
 * @param tiers the provider's price classes the price holds for, {@code standard} where there is only one
 * @param regions the regions the price holds for, in the provider's spelling; empty for all that have no price of
 *     their own
 * @param methods the ways of tuning the price holds for; empty for all
 * @param variant what else selects the price, such as the adapter, the GPU, the commitment or {@code data-sharing}; null
 *     for the plain one
 * @param parametersAbove the price is for models of more parameters than this; null for no lower bound. Rows for other
 *     sizes than the offering's are dropped when the catalog is read
 * @param parametersUpTo the price is for models of at most so many parameters; null for no upper bound
 * @param fromInputTokens input tokens of a request from which this price replaces the usual one; null for the usual one
 */
public record Price(
        Meter meter,
        BigDecimal amount,
        BigDecimal low,
        BigDecimal high,
        BigDecimal per,
        Unit unit,
        String currency,
        List<String> tiers,
        List<String> regions,
        List<Method> methods,
        String variant,
        Long parametersAbove,
        Long parametersUpTo,
        Long fromInputTokens,
        LocalDate from,
        LocalDate to,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact, Dated {}

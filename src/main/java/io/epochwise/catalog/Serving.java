package io.epochwise.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One way in which a provider serves a tuned model.
 *
 * @param mode what is billed
 * @param multiplier factor on the base model's prices, in the mode {@link ServingMode#MULTIPLIER}; else null
 * @param variant the price's variant it is billed by, such as the commitment; null for the plain one or any
 * @param adapters those it serves; empty for all
 * @param minimumUnits the fewest GPUs or units of throughput that can be had; null if not known or not billed
 * @param minimumMonths the shortest commitment; null if there is none
 * @param regions the regions it is offered in; empty for all
 */
public record Serving(
        ServingMode mode,
        BigDecimal multiplier,
        String variant,
        List<String> adapters,
        Long minimumUnits,
        Long minimumMonths,
        List<String> regions,
        LocalDate from,
        LocalDate to,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact, Dated {}

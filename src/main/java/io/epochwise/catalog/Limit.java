package io.epochwise.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A limit of a provider in an interval of dates.
 *
 * @param limit what is restricted
 * @param min the least allowed; null if there is no least
 * @param max the most allowed; null if there is no most
 * @param usual what is taken where nothing is set; null if not known
 * @param values the values allowed, for a limit that is a list; else empty
 * @param tiers the price classes it holds for; empty for all
 * @param effect what happens when it is passed
 */
public record Limit(
        LimitName limit,
        BigDecimal min,
        BigDecimal max,
        BigDecimal usual,
        List<String> values,
        List<String> tiers,
        Effect effect,
        LocalDate from,
        LocalDate to,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact, Dated {}

package io.epochwise.catalog;

import java.time.LocalDate;

/**
 * A free allowance in an interval of dates.
 *
 * @param meter the meter whose units are free
 * @param freePerDay units free per organization and UTC day; above them the price of the meter holds
 */
public record Promotion(
        Meter meter,
        long freePerDay,
        LocalDate from,
        LocalDate to,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact, Dated {}

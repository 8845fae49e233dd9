package io.epochwise.catalog;

import java.time.LocalDate;

/**
 * A change on a date.
 *
 * @param event what changes
 * @param on the day from which it is so
 * @param noEarlierThan whether the vendor promises only that it is not earlier
 * @param appliesTo whom it concerns
 */
public record LifeCycleEvent(
        LifeCycleEventType event,
        LocalDate on,
        boolean noEarlierThan,
        Audience appliesTo,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}

package io.epochwise.catalog;

import java.time.LocalDate;
import java.util.List;

/**
 * A change on a date.
 *
 * @param event what changes
 * @param on the day from which it is so
 * @param noEarlierThan whether the vendor promises only that it is not earlier
 * @param appliesTo whom it concerns
 * @param replacements ids of the offerings the vendor names instead; of {@link LifeCycleEventType#REROUTED} the one that
 *     answers from then on
 */
public record LifeCycleEvent(
        LifeCycleEventType event,
        LocalDate on,
        boolean noEarlierThan,
        Audience appliesTo,
        List<String> replacements,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}

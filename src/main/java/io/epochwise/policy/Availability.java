package io.epochwise.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether something can be done on a date, why, and until when.
 *
 * @param verdict the answer
 * @param reasons what stands against it, for whom; and what ends it, if an end is known; in order of dates
 * @param until the first day on which it is no longer possible, by what is known; null if no end is known or it is not
 *     possible now
 */
public record Availability(Verdict verdict, List<Reason> reasons, LocalDate until) {
    /** Copies the list. */
    public Availability {
        reasons = List.copyOf(reasons);
    }
}

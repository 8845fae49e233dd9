package io.epochwise.decision;

import io.epochwise.money.Range;

/**
 * What one cause saves; negative where it costs more.
 *
 * @param cause why
 * @param perRequest for a request of the first month, rounded half to even at 20 decimals
 * @param monthly in the first month
 * @param total in all months
 */
public record CauseSaving(SavingCause cause, Range perRequest, Range monthly, Range total) {
    /** The same with the bounds of another where they go beyond its own. */
    CauseSaving spanning(CauseSaving other) {
        return new CauseSaving(
                cause,
                perRequest.spanning(other.perRequest),
                monthly.spanning(other.monthly),
                total.spanning(other.total));
    }
}

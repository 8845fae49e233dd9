package io.epochwise.estimate;

import java.util.List;

/**
 * What inference costs, as a whole and month by month.
 *
 * @param estimate the lines of all months, without an id
 * @param months those that exist: each begins before the model's end; their totals add up to that of the estimate
 */
public record InferenceCosts(Estimate estimate, List<MonthCosts> months) {
    /** Copies the list. */
    public InferenceCosts {
        months = List.copyOf(months);
    }
}

package io.epochwise.decision;

import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A month of what something costs.
 *
 * @param month counted from 1
 * @param date its first day
 * @param requests how many there are
 * @param cost what it costs, a job made again in it included; null if a part is not known
 */
public record CostMonth(int month, LocalDate date, BigDecimal requests, Range cost) {
    /** The same with the bounds of another where they go beyond its own. */
    CostMonth spanning(CostMonth other) {
        return cost == null || other.cost == null
                ? this
                : new CostMonth(month, date, requests, cost.spanning(other.cost));
    }
}

package io.epochwise.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Months that follow each other and have the same prices. A month is billed at the prices of its first day; month m,
 * counted from 1, begins m-1 months after the day of the request.
 *
 * @param first the first month, counted from 1
 * @param last the last month
 * @param day the first day of the first month
 */
record BillingMonths(int first, int last, LocalDate day) {
    /** The months of a horizon, apart where a change falls between their first days or on one. */
    static List<BillingMonths> of(LocalDate asOf, int months, Collection<LocalDate> changes) {
        List<BillingMonths> spans = new ArrayList<>();
        int first = 1;
        LocalDate before = asOf;
        for (int month = 2; month <= months; month++) {
            LocalDate day = asOf.plusMonths(month - 1L);
            if (oneFalls(changes, before, day)) {
                spans.add(new BillingMonths(first, month - 1, asOf.plusMonths(first - 1L)));
                first = month;
            }
            before = day;
        }
        if (first <= months) {
            spans.add(new BillingMonths(first, months, asOf.plusMonths(first - 1L)));
        }
        return spans;
    }

    private static boolean oneFalls(Collection<LocalDate> changes, LocalDate after, LocalDate upTo) {
        for (LocalDate change : changes) {
            if (change.isAfter(after) && !change.isAfter(upTo)) {
                return true;
            }
        }
        return false;
    }

    /** How many of so many months begin before an end. */
    static int before(LocalDate end, LocalDate asOf, int months) {
        int begun = 0;
        while (begun < months && asOf.plusMonths(begun).isBefore(end)) {
            begun++;
        }
        return begun;
    }

    int count() {
        return last - first + 1;
    }

    /** {@code month 1} or {@code months 1 to 3}. */
    String words() {
        return first == last ? "month " + first : "months " + first + " to " + last;
    }
}

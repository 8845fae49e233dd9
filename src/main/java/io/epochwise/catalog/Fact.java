package io.epochwise.catalog;

import java.time.LocalDate;

/** A row of the catalog: a statement with its source. */
public interface Fact {
    /** Key and citation of the source, or of several, joined by {@code "; "}; never empty. */
    String source();

    /** The date for which the source speaks; null if it is undated. */
    LocalDate asOf();

    /** How good the source is. */
    Grade grade();

    /** Whether the fact can be relied on. */
    FactStatus status();

    /** What else must be known; null if nothing. */
    String note();

    /** Whether the source spoke more than so many days before the day; an undated one is taken not to have. */
    default boolean olderThan(int days, LocalDate day) {
        return asOf() != null && asOf().plusDays(days).isBefore(day);
    }
}

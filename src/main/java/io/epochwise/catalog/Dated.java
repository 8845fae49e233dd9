package io.epochwise.catalog;

import java.time.LocalDate;

/** Something valid in an interval of dates {@code [from, to)}. */
public interface Dated {
    /** The first valid day; null if no start is known. */
    LocalDate from();

    /** The first day that is no longer valid; null if no end is known. */
    LocalDate to();

    /** Whether the date lies in the interval. */
    default boolean inForce(LocalDate date) {
        return (from() == null || !date.isBefore(from())) && (to() == null || date.isBefore(to()));
    }

    /** Whether the intervals share a day. */
    default boolean overlaps(Dated other) {
        boolean endsBefore = to() != null && other.from() != null && !to().isAfter(other.from());
        boolean startsAfter =
                from() != null && other.to() != null && !other.to().isAfter(from());
        return !endsBefore && !startsAfter;
    }
}

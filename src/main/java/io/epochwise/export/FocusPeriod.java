package io.epochwise.export;

import java.time.LocalDate;

/**
 * Days of FOCUS rows, from midnight to midnight UTC.
 *
 * @param start the first day
 * @param end the day after the last
 */
record FocusPeriod(LocalDate start, LocalDate end) {
    /** The calendar month of a day. */
    static FocusPeriod monthOf(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        return new FocusPeriod(first, first.plusMonths(1));
    }

    String startTime() {
        return time(start);
    }

    String endTime() {
        return time(end);
    }

    private static String time(LocalDate day) {
        return day + "T00:00:00Z";
    }
}

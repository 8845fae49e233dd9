package io.epochwise.decision;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * When tuning pays back: the first month at whose end all that was paid for tuning and the tuned model is at most what the
 * baseline has cost.
 *
 * @param verdict whether it does
 * @param month that month, counted from 1; null unless the verdict is {@code month}
 * @param date the last day of that month; null with the month
 * @param requests how many requests it takes, the saving of that month taken as even over its requests and rounded up; null
 *     with the month
 * @param wouldBeMonth the month in which it would be if the last month's costs went on; null if it is within the months looked
 *     at, or would never be within 1,200
 * @param earliestMonth the same month if all that is not sure turns out in favor of tuning; null if not within the months
 *     looked at
 * @param latestMonth the same if all turns out against it; null if not within the months looked at
 * @param reason why
 * @param text the reason in a sentence
 */
public record BreakEven(
        BreakEvenVerdict verdict,
        Integer month,
        LocalDate date,
        BigDecimal requests,
        Integer wouldBeMonth,
        Integer earliestMonth,
        Integer latestMonth,
        BreakEvenReason reason,
        String text) {}

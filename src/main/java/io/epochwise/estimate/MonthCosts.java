package io.epochwise.estimate;

import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What inference costs in a month, apart by what it depends on.
 *
 * @param month counted from 1
 * @param day the first day, whose prices hold
 * @param requests how many there are
 * @param calls how many calls they take, as far as 34 digits hold it
 * @param call what one call costs; null if a part of it is not known
 * @param byTime what does not depend on requests: serving by time, hosting, storage; null if a part of it is not known
 * @param fallback what takes the place of answers that cannot be used
 * @param total all of it; null if a part is not known
 */
public record MonthCosts(
        int month,
        LocalDate day,
        BigDecimal requests,
        BigDecimal calls,
        CallCosts call,
        Range byTime,
        Range fallback,
        Range total) {}

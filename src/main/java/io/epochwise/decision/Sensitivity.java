package io.epochwise.decision;

import java.math.BigDecimal;

/**
 * What a number does to the result, all others as expected.
 *
 * @param input where it stands in the question
 * @param low the lower value: the low of its range, or a tenth less than what is given
 * @param high the higher value: the high of its range, or a tenth more, but no ratio above 1
 * @param savingAtLow what is saved in all months at the lower value, all that is paid first taken off
 * @param savingAtHigh the same at the higher value
 * @param breakEvenAtLow the month of break-even at the lower value; null if there is none
 * @param breakEvenAtHigh the same at the higher value
 * @param share the part this number has in what all of them do, from 0 to 1, rounded at 4 decimals
 */
public record Sensitivity(
        String input,
        BigDecimal low,
        BigDecimal high,
        BigDecimal savingAtLow,
        BigDecimal savingAtHigh,
        Integer breakEvenAtLow,
        Integer breakEvenAtHigh,
        BigDecimal share) {}

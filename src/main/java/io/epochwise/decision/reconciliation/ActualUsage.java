package io.epochwise.decision.reconciliation;

import io.epochwise.estimate.LineCode;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A row of a bill. Either {@code line} or {@code meter} is needed, and {@code quantity} or {@code amount} or both.
 *
 * @param line the line of the estimate that it bills; null if the meter says so
 * @param meter a meter of the catalog ({@code training}, {@code input}, …) or the provider's own name of one; null if the line is
 *     given
 * @param quantity how much was billed, from -1,000,000,000,000,000,000 to 1,000,000,000,000,000,000, negative for a deduction; null
 *     if only the amount is known
 * @param unit what the quantity counts: {@code token}, {@code 1000 Tokens}, {@code Hours}, …; null for the unit of the line
 * @param amount money billed, from -1,000,000,000,000 to 1,000,000,000,000; null if only the quantity is known
 * @param from the first day of the period billed; null for not said
 * @param to the first day after it; null for not said
 */
public record ActualUsage(
        LineCode line,
        String meter,
        BigDecimal quantity,
        String unit,
        BigDecimal amount,
        LocalDate from,
        LocalDate to) {}

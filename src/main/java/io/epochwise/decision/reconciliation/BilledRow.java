package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Unit;
import io.epochwise.estimate.LineCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A row of a bill, whatever its form.
 *
 * @param place where it is in the input
 * @param line the line it names; null if it names none
 * @param names what else it may be known by, the surest first
 * @param quantity null if not known
 * @param unit null for that of the line
 * @param amount null if not known
 * @param from the first day of its period; null if not known
 * @param to the first day after it; null if not known
 */
record BilledRow(
        String place,
        LineCode line,
        List<String> names,
        BigDecimal quantity,
        Unit unit,
        BigDecimal amount,
        LocalDate from,
        LocalDate to) {}

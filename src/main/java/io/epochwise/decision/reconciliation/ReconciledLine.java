package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Unit;
import io.epochwise.estimate.LineCode;
import java.math.BigDecimal;
import java.util.List;

/**
 * A charge, estimated and billed. Where both effects are known they add up to the difference exactly.
 *
 * @param code the line's code; the meter's name where the bill has several lines of the estimate as one
 * @param lines the lines of the estimate that are in it
 * @param description what is charged, in words
 * @param unit what the quantities count
 * @param estimated the expected quantity and amount
 * @param actual what was billed; null if the bill says nothing of it
 * @param difference actual amount less expected amount; null if one of the two is not known
 * @param quantityDifference the part of it that the quantity makes: actual less expected quantity, at the expected price; null if
 *     a quantity or the price is not known, or several prices hold
 * @param priceDifference the part that the price makes: actual amount less actual quantity at the expected price; null as before
 * @param percent the difference of the amounts in percent of the expected one, else that of the quantities, to four decimals; null
 *     if neither is known
 */
public record ReconciledLine(
        String code,
        List<LineCode> lines,
        String description,
        Unit unit,
        MeteredAmount estimated,
        MeteredAmount actual,
        BigDecimal difference,
        BigDecimal quantityDifference,
        BigDecimal priceDifference,
        BigDecimal percent) {
    /** Copies the list. */
    public ReconciledLine {
        lines = List.copyOf(lines);
    }
}

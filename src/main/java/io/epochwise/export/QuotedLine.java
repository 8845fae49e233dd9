package io.epochwise.export;

import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Unit;
import io.epochwise.decision.CostPartKind;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A line of a quotation, in the document's currency.
 *
 * @param id the number of its group and its own, {@code 2.5}; adjustments are in group 0
 * @param category what kind of amount it is
 * @param part what it belongs to; null for an adjustment
 * @param provider the first part of the offering's id; null where it is of no provider, as own work is
 * @param offering the offering's id; null for an adjustment
 * @param code what is charged, a line code of estimates or {@code agreement.…} or {@code rounding}
 * @param description the same in words
 * @param from the first day it charges for
 * @param to the day after the last
 * @param quantity the expected quantity, negative for a deduction; null if it is not known
 * @param unit what the quantity counts
 * @param per how many units the prices buy; null if the price is not known
 * @param listUnitPrice the list price; null if none is known
 * @param unitPrice the contracted price: {@code quantity x unitPrice / per} is the expected amount exactly; null if unpriced
 * @param listCost what the quantity costs at the list price; null if that is not known
 * @param amount what it costs at the contracted price, exact; null if unpriced
 * @param rounded the expected amount in whole minor units of the currency, half to even; null if unpriced
 * @param formula the numbers the amount is computed from, in the currency of the prices
 * @param source where the price comes from
 * @param priceAsOf the date for which that source speaks
 * @param grade how good that source is
 * @param unpriced whether the amount is not known
 */
public record QuotedLine(
        String id,
        LineCategory category,
        CostPartKind part,
        String provider,
        String offering,
        String code,
        String description,
        LocalDate from,
        LocalDate to,
        BigDecimal quantity,
        Unit unit,
        BigDecimal per,
        BigDecimal listUnitPrice,
        BigDecimal unitPrice,
        BigDecimal listCost,
        Range amount,
        BigDecimal rounded,
        String formula,
        String source,
        LocalDate priceAsOf,
        Grade grade,
        boolean unpriced) {
    /** The number of its group; 0 for an adjustment. */
    int group() {
        return Integer.parseInt(id.substring(0, id.indexOf('.')));
    }
}

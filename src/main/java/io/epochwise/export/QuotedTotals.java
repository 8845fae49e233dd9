package io.epochwise.export;

import io.epochwise.money.Range;
import java.math.BigDecimal;

/**
 * The sums of a quotation, in the document's currency. All are null if a line is unpriced; {@code list} also if a list price is not
 * known.
 *
 * @param list what all lines cost at list prices, as expected
 * @param contracted what they cost at contracted prices
 * @param effective what is spent for what is used, as expected: contracted, with what is left unused of commitments, without credits
 * @param total what is to be paid: contracted, with commitments that are not paid yet, without what they cover and without credits
 * @param payable the total as expected in whole minor units, half to even
 * @param rounding what the rounded lines together miss to {@code payable}; it is a line of its own
 */
public record QuotedTotals(
        BigDecimal list, Range contracted, BigDecimal effective, Range total, BigDecimal payable, BigDecimal rounding) {
    static final QuotedTotals UNKNOWN = new QuotedTotals(null, null, null, null, null, null);
}

package io.epochwise.estimate;

import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Unit;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One charge or deduction: {@code quantity x unitPrice / per} is the expected amount, exactly.
 *
 * @param code what is charged
 * @param description the same in words
 * @param quantity the expected quantity, negative for a deduction; null if it is not known
 * @param unit what the quantity counts
 * @param listUnitPrice the expected list price of as many units as {@code unitPrice} buys, before discount and own prices; null if
 *     none is known
 * @param unitPrice the expected price after discount; null if it is not known
 * @param per how many units the price buys; null if the price is not known
 * @param amount what it costs, with at least two decimals; null if unpriced
 * @param formula the numbers the amount is computed from
 * @param source where the price comes from, {@code request} if it was given there; null if it is not known
 * @param priceAsOf the date for which that source speaks; null if it is undated or there is none
 * @param grade how good that source is; null if there is none
 * @param unpriced whether the amount is not known, because the price or the quantity is not
 */
public record EstimateLine(
        LineCode code,
        String description,
        BigDecimal quantity,
        Unit unit,
        BigDecimal listUnitPrice,
        BigDecimal unitPrice,
        BigDecimal per,
        Range amount,
        String formula,
        String source,
        LocalDate priceAsOf,
        Grade grade,
        boolean unpriced) {
    /** What {@code source} is where the price was given in the request. */
    static final String SOURCE_OF_REQUEST = "request";

    /** Whether the price was given in the request. */
    public boolean pricedByRequest() {
        return SOURCE_OF_REQUEST.equals(source);
    }

    /** The same line with the bounds of another where they go beyond its own; of none, that nothing is charged. */
    EstimateLine spanning(EstimateLine other) {
        if (amount == null || other != null && other.amount == null) {
            return this;
        }
        Range bounds = amount.spanning(other == null ? Range.ZERO.asAmount() : other.amount);
        return new EstimateLine(
                code,
                description,
                quantity,
                unit,
                listUnitPrice,
                unitPrice,
                per,
                bounds,
                formula,
                source,
                priceAsOf,
                grade,
                unpriced);
    }
}

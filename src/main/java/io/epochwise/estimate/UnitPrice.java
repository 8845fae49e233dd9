package io.epochwise.estimate;

import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Unit;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A price as it is applied.
 *
 * @param price after discount, low and high where sources or regions differ
 * @param list the expected list price of as many units; null if none is known
 * @param per how many units it buys
 * @param unit what it counts
 * @param words how the expected price comes about, for a formula: {@code 27.50 x (1 - 10 %)}
 */
record UnitPrice(
        Range price,
        BigDecimal list,
        BigDecimal per,
        Unit unit,
        String words,
        String source,
        LocalDate asOf,
        Grade grade) {

    /** The exact cost of a quantity, bound by bound. */
    Range cost(Range quantity) {
        return price.with(quantity, (bound, units) -> new Rate(bound, per).cost(units));
    }

    /** The price with the low of one and the high of another price for the same quantity, where they go beyond its own. */
    UnitPrice spanning(UnitPrice least, UnitPrice most) {
        Range spanned = new Range(
                price.low().min(new Rate(least.price().low(), least.per()).cost(per)),
                price.expected(),
                price.high().max(new Rate(most.price().high(), most.per()).cost(per)));
        return new UnitPrice(spanned.asAmount(), list, per, unit, words, source, asOf, grade);
    }

    /** The same price beside a list price, for any number of units; null if none is known. */
    UnitPrice besides(Rate listPrice) {
        return new UnitPrice(
                price,
                listPrice == null ? null : Decimals.amount(listPrice.cost(per)),
                per,
                unit,
                words,
                source,
                asOf,
                grade);
    }

    /** The price of a greater unit. */
    UnitPrice times(BigDecimal factor, String factorWords, Unit greater) {
        return new UnitPrice(
                price.times(factor).asAmount(),
                list == null ? null : Decimals.amount(list.multiply(factor)),
                per,
                greater,
                words + factorWords,
                source,
                asOf,
                grade);
    }

    /** The price as a factor of a formula, quantity before it: {@code / 1000000 x 27.50}. */
    String factor() {
        String price = " x " + words;
        return per.compareTo(BigDecimal.ONE) == 0 ? price : " / " + Decimals.plain(per) + price;
    }
}

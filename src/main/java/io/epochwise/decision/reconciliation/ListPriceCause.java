package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Price;
import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The unit price that was paid is another one of the catalog.
 *
 * @param code what the reason is
 * @param wanted which of the catalog's prices
 */
record ListPriceCause(BillingCauseCode code, BiPredicate<Price, BillingCase> wanted) implements AmountCause {
    /** Of another price class or region, on the same day. */
    static final ListPriceCause OF_CLASS = new ListPriceCause(
            BillingCauseCode.PRICE_CLASS,
            (price, bill) -> price.inForce(bill.answer().asOf()));

    /** Of another day. */
    static final ListPriceCause OF_DATE = new ListPriceCause(
            BillingCauseCode.PRICE_DATE,
            (price, bill) -> !price.inForce(bill.answer().asOf()));

    @Override
    public Stream<BillingCause> find(BillingCase bill) {
        return bill.charges().stream().flatMap(charge -> find(bill, charge));
    }

    private Stream<BillingCause> find(BillingCase bill, ComparedCharge charge) {
        BigDecimal billed = bill.billedFor(charge);
        BigDecimal quantity = charge.likelyQuantity();
        if (billed == null || quantity == null || charge.estimated().rate().isEmpty()) {
            return Stream.empty();
        }
        BigDecimal expected = charge.estimated().rate().get().cost(quantity);
        return Figures.billsAs(expected, billed)
                ? Stream.empty()
                : ListPrices.others(bill, charge, price -> wanted.test(price, bill)).values().stream()
                        .flatMap(price -> cause(charge, price, quantity, billed, expected).stream());
    }

    private Optional<BillingCause> cause(
            ComparedCharge charge,
            ListPrices.Named price,
            BigDecimal quantity,
            BigDecimal billed,
            BigDecimal expected) {
        BigDecimal cost = price.rate().cost(quantity);
        return Figures.ofAmount(billed, cost, expected)
                .map(confidence -> new BillingCause(
                        code,
                        null,
                        confidence,
                        charge.estimated().code() + " is billed at " + price.price() + ", the price of " + price.words()
                                + (charge.quantity() == null ? ", at the expected quantity" : "") + ".",
                        Decimals.plain(quantity) + " / "
                                + Decimals.plain(price.rate().per()) + " x "
                                + Decimals.amount(price.rate().price()).toPlainString() + " = "
                                + Decimals.amount(cost).toPlainString(),
                        null,
                        Decimals.amount(cost.subtract(expected))));
    }
}

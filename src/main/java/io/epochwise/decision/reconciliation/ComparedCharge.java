package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Meter;
import io.epochwise.money.Decimals;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A charge of an estimate and what was billed for it.
 *
 * @param estimated the charge
 * @param rows the rows of the bill for it; empty if there are none
 * @param quantity the quantity billed, in the unit of the charge; null if not known
 * @param amount the amount billed; null if not known
 */
record ComparedCharge(EstimatedCharge estimated, List<BilledRow> rows, BigDecimal quantity, BigDecimal amount) {

    /** All charges of a meter as one; empty if there are none. */
    static Optional<ComparedCharge> together(List<ComparedCharge> charges, Meter meter) {
        List<ComparedCharge> same = charges.stream()
                .filter(charge -> charge.estimated.meter().filter(meter::equals).isPresent())
                .toList();
        if (same.size() < 2) {
            return same.stream().findFirst();
        }
        return Optional.of(new ComparedCharge(
                new EstimatedCharge(same.stream()
                        .flatMap(charge -> charge.estimated.lines().stream())
                        .toList()),
                same.stream().flatMap(charge -> charge.rows.stream()).toList(),
                sum(same, ComparedCharge::quantity),
                sum(same, ComparedCharge::amount)));
    }

    private static BigDecimal sum(List<ComparedCharge> charges, Function<ComparedCharge, BigDecimal> figure) {
        return charges.stream().map(figure).allMatch(Objects::nonNull)
                ? charges.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add)
                : null;
    }

    boolean billed() {
        return !rows.isEmpty() || quantity != null || amount != null;
    }

    /** The quantity billed, or if that is not known the expected one; null if neither is. */
    BigDecimal likelyQuantity() {
        return Objects.requireNonNullElseGet(quantity, estimated::quantity);
    }

    /** What the quantity billed costs at the expected price; null if one of the two is not known. */
    BigDecimal atExpectedPrice() {
        return quantity == null
                ? null
                : estimated.rate().map(rate -> rate.cost(quantity)).orElse(null);
    }

    ReconciledLine line() {
        BigDecimal expectedQuantity = estimated.quantity();
        BigDecimal expected = estimated.amount();
        BigDecimal difference = Figures.difference(amount, expected);
        BigDecimal atExpectedPrice = atExpectedPrice();
        boolean split = difference != null && atExpectedPrice != null && costsWhatItCounts();
        return new ReconciledLine(
                estimated.code(),
                estimated.codes(),
                estimated.description(),
                estimated.unit(),
                new MeteredAmount(plain(expectedQuantity), money(expected)),
                billed() ? new MeteredAmount(plain(quantity), money(amount)) : null,
                money(difference),
                split ? money(atExpectedPrice.subtract(expected)) : null,
                split ? money(amount.subtract(atExpectedPrice)) : null,
                difference != null
                        ? Figures.percent(difference, expected)
                        : Figures.percent(Figures.difference(quantity, expectedQuantity), expectedQuantity));
    }

    /** Whether the expected amount is quantity x price, as it is of all but what fills up to a least amount. */
    private boolean costsWhatItCounts() {
        BigDecimal counted = estimated.quantity();
        return counted != null
                && estimated
                        .rate()
                        .map((Rate rate) -> rate.cost(counted).compareTo(estimated.amount()) == 0)
                        .orElse(false);
    }

    private static BigDecimal money(BigDecimal amount) {
        return amount == null ? null : Decimals.amount(amount);
    }

    private static BigDecimal plain(BigDecimal quantity) {
        return quantity == null ? null : new BigDecimal(Decimals.plain(quantity));
    }
}

package io.epochwise.estimate;

import io.epochwise.catalog.Unit;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A cost that the caller knows and no catalog does.
 *
 * @param code what it is for
 * @param quantity of how many units
 * @param unit what is counted
 * @param amount of one unit, in the currency of the offering's prices
 */
public record OwnCost(LineCode code, BigDecimal quantity, Unit unit, BigDecimal amount) {
    /** Its line. */
    EstimateLine line() {
        Charges charges = new Charges();
        charges.add(
                code,
                new Quantity(Range.exactly(quantity), Decimals.plain(quantity) + " " + unit),
                unit,
                Optional.of(PriceList.own(amount, unit)));
        return charges.lines().get(0);
    }
}

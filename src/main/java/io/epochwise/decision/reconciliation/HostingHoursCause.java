package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Price;
import io.epochwise.money.Decimals;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/** The tuned model was kept deployed for another whole number of hours: what is left of the amount is a multiple of its price. */
final class HostingHoursCause implements AmountCause {
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(100_000);

    @Override
    public Stream<BillingCause> find(BillingCase bill) {
        Optional<ComparedCharge> hosting = bill.charge(Meter.HOSTING);
        if (hosting.isPresent() && hosting.get().quantity() != null) {
            return metered(hosting.get()).stream();
        }
        BigDecimal left = bill.leftOfAmount();
        if (!bill.knowsTotalOnly() || left == null || left.signum() == 0) {
            return Stream.empty();
        }
        return rates(bill, hosting).distinct().flatMap(rate -> hours(left, rate).stream());
    }

    private static Optional<BillingCause> metered(ComparedCharge hosting) {
        BigDecimal hours =
                Figures.difference(hosting.quantity(), hosting.estimated().quantity());
        return hours == null || hours.signum() == 0
                ? Optional.empty()
                : hosting.estimated().rate().map(rate -> cause(hours, rate));
    }

    private static Stream<Rate> rates(BillingCase bill, Optional<ComparedCharge> hosting) {
        return hosting.isPresent()
                ? hosting.get().estimated().rate().stream()
                : bill.charge(Meter.TRAINING).stream()
                        .flatMap(charge -> bill
                                .offering(charge)
                                .pricesInForce(bill.answer().asOf())
                                .stream())
                        .filter(price -> price.meter() == Meter.HOSTING && price.amount() != null)
                        .map(HostingHoursCause::rate);
    }

    private static Rate rate(Price price) {
        return new Rate(price.amount(), price.per());
    }

    private static Optional<BillingCause> hours(BigDecimal left, Rate rate) {
        BigDecimal price = rate.cost(BigDecimal.ONE);
        if (price.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal hours = left.divide(price, 0, RoundingMode.HALF_EVEN);
        boolean shown = hours.signum() != 0
                && hours.abs().compareTo(MOST_HOURS) <= 0
                && Figures.billsAs(hours.multiply(price), left);
        return shown ? Optional.of(cause(hours, rate)) : Optional.empty();
    }

    private static BillingCause cause(BigDecimal hours, Rate rate) {
        BigDecimal cost = rate.cost(hours);
        return new BillingCause(
                BillingCauseCode.HOSTING_HOURS,
                null,
                Confidence.EXACT,
                "The tuned model was deployed " + Decimals.plain(hours.abs())
                        + (hours.signum() > 0 ? " hours longer" : " hours shorter") + " than estimated.",
                Decimals.plain(hours) + " hours x "
                        + Decimals.amount(rate.cost(BigDecimal.ONE)).toPlainString() + " = "
                        + Decimals.amount(cost).toPlainString(),
                null,
                Decimals.amount(cost));
    }
}

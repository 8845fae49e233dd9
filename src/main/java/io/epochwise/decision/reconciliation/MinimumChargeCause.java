package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Price;
import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;

/** The least that a job costs is billed where the estimate is below it or above; or it is not billed where the estimate is filled up. */
final class MinimumChargeCause implements AmountCause {
    @Override
    public Stream<BillingCause> find(BillingCase bill) {
        BigDecimal expected = bill.expected();
        if (bill.amount() == null || expected == null || Figures.billsAs(expected, bill.amount())) {
            return Stream.empty();
        }
        return Stream.concat(billed(bill, expected), notBilled(bill, expected));
    }

    private static Stream<BillingCause> billed(BillingCase bill, BigDecimal expected) {
        return bill.charge(Meter.TRAINING).stream()
                .flatMap(charge ->
                        bill.offering(charge).pricesInForce(bill.answer().asOf()).stream())
                .filter(price -> price.meter() == Meter.JOB_MINIMUM)
                .flatMap(MinimumChargeCause::readings)
                .distinct()
                .filter(least -> least.signum() > 0 && least.compareTo(bill.amount()) == 0)
                .map(least -> cause(
                        "The least that a job costs is billed: "
                                + Decimals.amount(least).toPlainString() + ".",
                        "billed " + Decimals.amount(bill.amount()).toPlainString() + " = the least amount",
                        least.subtract(expected)));
    }

    private static Stream<BigDecimal> readings(Price price) {
        return Stream.of(price.amount(), price.low(), price.high())
                .filter(Objects::nonNull)
                .map(Decimals::amount);
    }

    private static Stream<BillingCause> notBilled(BillingCase bill, BigDecimal expected) {
        BigDecimal fillUp = bill.fillUps();
        return fillUp.signum() > 0 && Figures.billsAs(expected.subtract(fillUp), bill.amount())
                ? Stream.of(cause(
                        "The least that a job costs is not billed.",
                        Decimals.amount(expected).toPlainString() + " - "
                                + Decimals.amount(fillUp).toPlainString() + " = "
                                + Decimals.amount(expected.subtract(fillUp)).toPlainString(),
                        fillUp.negate()))
                : Stream.empty();
    }

    private static BillingCause cause(String text, String formula, BigDecimal amount) {
        return new BillingCause(
                BillingCauseCode.MINIMUM_CHARGE, null, Confidence.EXACT, text, formula, null, Decimals.amount(amount));
    }
}

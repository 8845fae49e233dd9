package io.epochwise.decision.reconciliation;

import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The same percentage is off everything. Of one figure alone any percentage could be told, so there it must be a whole one, which
 * one bill in some hundred meets by chance; of several it may have two decimals. Nothing is told of what is dearer.
 */
final class DiscountCause implements AmountCause {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SCALE = 2;

    /** What would be paid at the expected price, and what is. */
    private record Paid(BigDecimal expected, BigDecimal billed) {}

    @Override
    public Stream<BillingCause> find(BillingCase bill) {
        List<Paid> paid = paid(bill);
        BigDecimal expected = paid.stream().map(Paid::expected).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal billed = paid.stream().map(Paid::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (expected.signum() <= 0 || billed.signum() <= 0 || billed.compareTo(expected) >= 0) {
            return Stream.empty();
        }
        BigDecimal percent = HUNDRED.subtract(billed.multiply(HUNDRED).divide(expected, MathContext.DECIMAL64))
                .setScale(paid.size() > 1 ? SCALE : 0, RoundingMode.HALF_EVEN);
        BigDecimal left = BigDecimal.ONE.subtract(percent.divide(HUNDRED));
        boolean shown = percent.signum() > 0
                && paid.stream().allMatch(one -> Figures.billsAs(one.expected().multiply(left), one.billed()))
                && paid.stream().anyMatch(one -> !Figures.billsAs(one.expected(), one.billed()));
        return shown
                ? Stream.of(cause(
                        Decimals.plain(percent) + " % is off "
                                + (paid.size() > 1 ? "each of " + paid.size() + " lines." : "what is billed."),
                        Decimals.amount(expected).toPlainString() + " x (1 - " + Decimals.plain(percent) + " %) = "
                                + Decimals.amount(expected.multiply(left)).toPlainString(),
                        expected.multiply(left).subtract(expected)))
                : stated(bill.focus());
    }

    /** The bill itself has what would be paid at list prices. */
    private static Stream<BillingCause> stated(FocusTotals focus) {
        return focus == null || focus.billedCost().compareTo(focus.listCost()) >= 0
                ? Stream.empty()
                : Stream.of(cause(
                        "The bill itself says that list prices come to more than is billed.",
                        "BilledCost " + focus.billedCost().toPlainString() + " - ListCost "
                                + focus.listCost().toPlainString(),
                        focus.billedCost().subtract(focus.listCost())));
    }

    private static BillingCause cause(String text, String formula, BigDecimal amount) {
        return new BillingCause(
                BillingCauseCode.DISCOUNT, null, Confidence.EXACT, text, formula, null, Decimals.amount(amount));
    }

    private static List<Paid> paid(BillingCase bill) {
        List<Paid> paid = new ArrayList<>();
        for (ComparedCharge charge : bill.charges()) {
            BigDecimal quantity = charge.likelyQuantity();
            if (charge.amount() != null && quantity != null && quantity.signum() != 0) {
                charge.estimated()
                        .rate()
                        .map(rate -> rate.cost(quantity))
                        .ifPresent(expected -> paid.add(new Paid(expected, charge.amount())));
            }
        }
        boolean total = paid.isEmpty() && bill.knowsTotalOnly() && bill.expected() != null;
        return total ? List.of(new Paid(bill.expected(), bill.amount())) : paid;
    }
}

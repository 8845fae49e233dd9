package io.epochwise.decision.reconciliation;

import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Amounts are rounded on bills and exact in estimates: 157.4375 is billed as 157.44 (MS-BREED). */
final class RoundedAmountCause implements AmountCause {
    @Override
    public Stream<BillingCause> find(BillingCase bill) {
        if (bill.charges().stream().allMatch(charge -> charge.amount() == null)) {
            return cause("The total", bill.expected(), bill.amount());
        }
        return bill.charges().stream()
                .flatMap(charge -> cause(charge.estimated().code(), exact(charge), charge.amount()));
    }

    private static BigDecimal exact(ComparedCharge charge) {
        BigDecimal atExpectedPrice = charge.atExpectedPrice();
        return atExpectedPrice == null ? charge.estimated().amount() : atExpectedPrice;
    }

    private static Stream<BillingCause> cause(String name, BigDecimal exact, BigDecimal billed) {
        return exact == null || billed == null || exact.compareTo(billed) == 0 || !Figures.billsAs(exact, billed)
                ? Stream.empty()
                : Stream.of(new BillingCause(
                        BillingCauseCode.ROUNDED_AMOUNT,
                        null,
                        Confidence.EXACT,
                        name + " is " + Decimals.amount(exact).toPlainString() + " exactly and billed as "
                                + Decimals.amount(billed).toPlainString() + ".",
                        "round(" + Decimals.amount(exact).toPlainString() + ") = "
                                + Decimals.amount(billed).toPlainString(),
                        null,
                        Decimals.amount(billed.subtract(exact))));
    }
}

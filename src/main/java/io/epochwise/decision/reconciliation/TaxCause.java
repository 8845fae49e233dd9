package io.epochwise.decision.reconciliation;

import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The amount given holds taxes, credits or adjustments that rows of the bill state. A usual rate of tax is never guessed. */
final class TaxCause implements AmountCause {
    @Override
    public Stream<BillingCause> find(BillingCase bill) {
        if (bill.focus() == null || bill.amount() == null) {
            return Stream.empty();
        }
        BigDecimal usage = bill.focus().billedCost();
        return Figures.billsAs(usage, bill.amount())
                ? Stream.empty()
                : combinations(bill.focus().apart()).stream()
                        .filter(apart -> Figures.billsAs(usage.add(sum(apart)), bill.amount()))
                        .map(apart -> cause(usage, apart))
                        .limit(1);
    }

    /** Each category alone first, then more of them. */
    private static List<List<FocusTotals.Apart>> combinations(List<FocusTotals.Apart> apart) {
        List<List<FocusTotals.Apart>> all = new ArrayList<>();
        for (int chosen = 1; chosen < 1 << apart.size(); chosen++) {
            List<FocusTotals.Apart> combination = new ArrayList<>();
            for (int i = 0; i < apart.size(); i++) {
                if ((chosen >> i & 1) == 1) {
                    combination.add(apart.get(i));
                }
            }
            all.add(combination);
        }
        all.sort((one, other) -> Integer.compare(one.size(), other.size()));
        return all;
    }

    private static BigDecimal sum(List<FocusTotals.Apart> apart) {
        return apart.stream().map(FocusTotals.Apart::billedCost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BillingCause cause(BigDecimal usage, List<FocusTotals.Apart> apart) {
        BigDecimal sum = sum(apart);
        return new BillingCause(
                BillingCauseCode.TAX,
                null,
                Confidence.EXACT,
                "The amount holds what the bill has apart from usage: "
                        + apart.stream().map(FocusTotals.Apart::category).collect(Collectors.joining(", ")) + ".",
                Decimals.amount(usage).toPlainString()
                        + apart.stream()
                                .map(one -> " + "
                                        + Decimals.amount(one.billedCost()).toPlainString())
                                .collect(Collectors.joining())
                        + " = "
                        + Decimals.amount(usage.add(sum)).toPlainString(),
                null,
                Decimals.amount(sum));
    }
}

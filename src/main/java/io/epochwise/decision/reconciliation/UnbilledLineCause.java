package io.epochwise.decision.reconciliation;

import io.epochwise.estimate.LineCode;
import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What is missing to the estimate is one of its lines, to the token or in money, where only totals are known. */
final class UnbilledLineCause implements AmountCause {
    @Override
    public Stream<BillingCause> find(BillingCase bill) {
        List<EstimatedCharge> lines = bill.charges().stream()
                .map(ComparedCharge::estimated)
                .flatMap(charge -> charge.codes().stream().map(code -> of(charge, code)))
                .toList();
        return lines.size() == 1 ? Stream.empty() : lines.stream().flatMap(line -> find(bill, line));
    }

    private static EstimatedCharge of(EstimatedCharge charge, LineCode code) {
        return new EstimatedCharge(
                charge.lines().stream().filter(line -> line.code() == code).toList());
    }

    private static Stream<BillingCause> find(BillingCase bill, EstimatedCharge line) {
        BigDecimal amount = line.amount();
        BigDecimal quantity = line.quantity();
        BigDecimal tokens = bill.expectedTokens();
        if (bill.tokens() != null && tokens != null) {
            return line.tokens()
                            && quantity.signum() != 0
                            && tokens.subtract(quantity).compareTo(bill.tokens()) == 0
                    ? Stream.of(cause(line, tokens, quantity, quantity.negate()))
                    : Stream.empty();
        }
        return bill.knowsTotalOnly()
                        && bill.expected() != null
                        && amount != null
                        && !Figures.billsAs(bill.expected(), bill.amount())
                        && bill.fillUps().signum() == 0
                        && Figures.billsAs(bill.expected().subtract(amount), bill.amount())
                ? Stream.of(cause(line, bill.expected(), amount, null))
                : Stream.empty();
    }

    private static BillingCause cause(EstimatedCharge line, BigDecimal all, BigDecimal missing, BigDecimal tokens) {
        return new BillingCause(
                BillingCauseCode.LINE_NOT_BILLED,
                null,
                Confidence.EXACT,
                line.code() + " is estimated and not billed.",
                Decimals.plain(all) + " - " + Decimals.plain(missing) + " = " + Decimals.plain(all.subtract(missing)),
                tokens,
                line.amount() == null ? null : Decimals.amount(line.amount().negate()));
    }
}

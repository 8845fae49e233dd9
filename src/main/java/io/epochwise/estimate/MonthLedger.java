package io.epochwise.estimate;

import io.epochwise.money.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** What is charged, by month: the same amounts as the lines, which hold months together. */
final class MonthLedger {
    private final LocalDate asOf;
    private final List<CallCharge> byCall = new ArrayList<>();
    private final List<Posting> byTime = new ArrayList<>();
    private final List<CallPosting> calls = new ArrayList<>();

    /** @param asOf the first day of month 1 */
    MonthLedger(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** A price for what each month of a span has a quantity of. */
    private record Posting(BillingMonths span, Optional<UnitPrice> price, IntFunction<Range> quantity) {
        Optional<Range> amount(int month) {
            return price.map(known -> known.cost(quantity.apply(month)));
        }
    }

    /** What a call costs of one class of tokens; null if the price is not known. */
    private record CallCharge(BillingMonths span, Range cost) {}

    private record CallPosting(BillingMonths span, Supplier<Optional<CallCosts>> costs) {}

    /** A price for a quantity of each call. */
    void postCalls(BillingMonths span, Optional<UnitPrice> price, Range ofCall) {
        byCall.add(new CallCharge(span, price.map(known -> known.cost(ofCall)).orElse(null)));
    }

    /** A price for a quantity of each month, counted as the span counts. */
    void postTime(BillingMonths span, Optional<UnitPrice> price, IntFunction<Range> ofMonth) {
        byTime.add(new Posting(span, price, ofMonth));
    }

    /** What a call costs in the months of a span, and that these months exist. */
    void postCall(BillingMonths span, Supplier<Optional<CallCosts>> costs) {
        calls.add(new CallPosting(span, costs));
    }

    /** What is charged in each month, in their order. */
    List<MonthRates.OfMonth> rates() {
        List<MonthRates.OfMonth> months = new ArrayList<>();
        for (CallPosting posting : calls) {
            CallCosts call = posting.costs().get().orElse(null);
            Range ofCall = call == null ? null : callCost(posting.span());
            for (int month = posting.span().first(); month <= posting.span().last(); month++) {
                months.add(
                        new MonthRates.OfMonth(month, asOf.plusMonths(month - 1L), call, ofCall, sum(byTime, month)));
            }
        }
        return months;
    }

    /** What a call costs in the months of a span; null if a price is not known. */
    private Range callCost(BillingMonths span) {
        Range sum = Range.ZERO;
        for (CallCharge charge : byCall) {
            if (charge.span().equals(span)) {
                if (charge.cost() == null) {
                    return null;
                }
                sum = sum.plus(charge.cost());
            }
        }
        return sum;
    }

    /** What a month's postings cost together; null if one of them has no price. */
    private static Range sum(List<Posting> postings, int month) {
        Range sum = Range.ZERO;
        for (Posting posting : postings) {
            if (month >= posting.span().first() && month <= posting.span().last()) {
                Optional<Range> amount = posting.amount(month);
                if (amount.isEmpty()) {
                    return null;
                }
                sum = sum.plus(amount.get());
            }
        }
        return sum;
    }
}

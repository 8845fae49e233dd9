package io.epochwise.estimate;

import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** What is charged, by month: the same amounts as the lines, which hold months together. */
final class MonthLedger {
    private final LocalDate asOf;
    private final Workload workload;
    private final List<CallCharge> byCall = new ArrayList<>();
    private final List<Posting> byTime = new ArrayList<>();
    private final List<CallPosting> calls = new ArrayList<>();
    private UnitPrice fallback;

    /** @param asOf the first day of month 1 */
    MonthLedger(LocalDate asOf, Workload workload) {
        this.asOf = asOf;
        this.workload = workload;
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

    /** A price for each request that is never answered. */
    void postFallback(UnitPrice price) {
        fallback = price;
    }

    /** The months in their order. */
    List<MonthCosts> months() {
        List<MonthCosts> months = new ArrayList<>();
        for (CallPosting posting : calls) {
            CallCosts call = posting.costs().get().orElse(null);
            Range ofCall = call == null ? null : callCost(posting.span());
            for (int month = posting.span().first(); month <= posting.span().last(); month++) {
                months.add(month(month, call, ofCall));
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

    private MonthCosts month(int month, CallCosts call, Range ofCall) {
        BigDecimal number = workload.requests().times(month, workload.callsPerRequest());
        Range ofTime = sum(byTime, month);
        Range unanswered = fallback == null
                ? Range.ZERO
                : fallback.cost(Range.exactly(workload.requests().times(month, workload.neverAnswered())));
        return new MonthCosts(
                month,
                asOf.plusMonths(month - 1L),
                workload.requests().in(month),
                number,
                call,
                ofTime,
                unanswered,
                ofCall == null || ofTime == null
                        ? null
                        : ofCall.times(number).plus(ofTime).plus(unanswered));
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

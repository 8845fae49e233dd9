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
    private final Workload workload;
    private final List<Posting> byCall = new ArrayList<>();
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

    private record CallPosting(BillingMonths span, Supplier<Optional<CallCosts>> costs) {}

    /** A price for a quantity of each call. */
    void postCalls(BillingMonths span, Optional<UnitPrice> price, Range ofCall) {
        byCall.add(new Posting(
                span, price, month -> ofCall.times(workload.requests().times(month, workload.callsPerRequest()))));
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
            for (int month = posting.span().first(); month <= posting.span().last(); month++) {
                months.add(month(month, call));
            }
        }
        return months;
    }

    private MonthCosts month(int month, CallCosts call) {
        Range ofCalls = sum(byCall, month);
        Range ofTime = sum(byTime, month);
        Range unanswered = fallback == null
                ? Range.ZERO
                : fallback.cost(Range.exactly(workload.requests().times(month, workload.neverAnswered())));
        return new MonthCosts(
                month,
                asOf.plusMonths(month - 1L),
                workload.requests().in(month),
                workload.callsPerRequest(),
                workload.requests().times(month, workload.callsPerRequest()),
                call,
                ofTime,
                unanswered,
                call == null || ofCalls == null || ofTime == null
                        ? null
                        : ofCalls.plus(ofTime).plus(unanswered));
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

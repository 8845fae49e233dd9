package io.epochwise.estimate;

import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.IntFunction;

/**
 * Requests of a month, which may grow: those of month m, counted from 1, are {@code first x (1 + growth)^(m-1)}.
 *
 * <p>Requests and calls of a month are exact decimals up to 34 significant digits; what goes beyond, as the compound growth of
 * many months does, is rounded there, half to even. Sums over months and money that follow from them are not rounded any more.
 *
 * @param first those of month 1
 * @param growth -1 or more
 */
record MonthlyRequests(BigDecimal first, BigDecimal growth) {
    private static final MathContext PRECISION = new MathContext(34, RoundingMode.HALF_EVEN);

    /** The requests of a month, counted from 1. */
    BigDecimal in(int month) {
        if (growth.equals(BigDecimal.ZERO)) {
            return first.round(PRECISION);
        }
        BigDecimal factor = BigDecimal.ONE.add(growth).pow(month - 1);
        return first.multiply(factor).round(PRECISION);
    }

    /** The requests of some months together, both included: exactly the sum of theirs. */
    BigDecimal in(BillingMonths months) {
        return sum(months, this::in);
    }

    /** How the sum comes about, ending with it. */
    String words(BillingMonths months) {
        String sum = Decimals.plain(in(months)) + " requests";
        if (growth.signum() != 0 && months.last() > 1) {
            return Decimals.plain(first) + " x (1 + " + Decimals.plain(growth) + ")^(m-1) summed = " + sum;
        }
        return months.count() == 1 ? sum : months.count() + " x " + Decimals.plain(first) + " = " + sum;
    }

    /**
     * How many calls a request takes on average, if each is repeated until its answer can be used:
     * {@code (1 - (1-a)^n) / a}, here as the sum it equals, {@code 1 + (1-a) + … + (1-a)^(n-1)}, which needs no division.
     *
     * @param accuracy a: the part of calls whose answer can be used, above 0 and up to 1
     * @param attempts n: calls at most, 1 or more
     */
    static BigDecimal calls(BigDecimal accuracy, int attempts) {
        BigDecimal failed = BigDecimal.ONE.subtract(accuracy);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int i = 1; i < attempts; i++) {
            term = term.multiply(failed);
            sum = sum.add(term);
        }
        return sum.round(PRECISION);
    }

    /** The part of requests none of whose n calls can be used: {@code (1-a)^n}; the parameters are those of {@link #calls}. */
    static BigDecimal neverAnswered(BigDecimal accuracy, int attempts) {
        return BigDecimal.ONE.subtract(accuracy).pow(attempts).round(PRECISION);
    }

    /** So many for each request of a month. */
    BigDecimal times(int month, BigDecimal perRequest) {
        return times(in(month), perRequest);
    }

    /** So many for each of a month's requests. */
    static BigDecimal times(BigDecimal requestsOfMonth, BigDecimal perRequest) {
        return requestsOfMonth.multiply(perRequest).round(PRECISION);
    }

    /** So many for each request of some months: exactly the sum of those of each month. */
    BigDecimal times(BillingMonths months, BigDecimal perRequest) {
        return sum(months, month -> times(month, perRequest));
    }

    private static BigDecimal sum(BillingMonths months, IntFunction<BigDecimal> ofMonth) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int month = months.first(); month <= months.last(); month++) {
            sum = sum.add(ofMonth.apply(month));
        }
        return sum;
    }
}

package io.epochwise.estimate;

import java.util.List;
import java.util.function.Supplier;

/**
 * What inference costs, as a whole and month by month. Of most that are compared or drawn only the months matter, so the estimate
 * is put together only when it is asked for.
 */
public final class InferenceCosts {
    private final Supplier<Estimate> whole;
    private final MonthRates rates;
    private final List<MonthCosts> months;

    /** Found at most once by each thread that asks; as it is immutable, none sees a part of it. */
    private Estimate estimate;

    /**
     * The costs of a workload.
     *
     * @param whole gives the same estimate whenever it is asked
     * @param rates that hold for the workload
     */
    InferenceCosts(Supplier<Estimate> whole, MonthRates rates, Workload workload) {
        this(whole, rates, rates.costs(workload));
    }

    private InferenceCosts(Supplier<Estimate> whole, MonthRates rates, List<MonthCosts> months) {
        this.whole = whole;
        this.rates = rates;
        this.months = List.copyOf(months);
    }

    /** The lines of all months, without an id. */
    public Estimate estimate() {
        Estimate found = estimate;
        if (found == null) {
            found = whole.get();
            estimate = found;
        }
        return found;
    }

    /** Those that exist: each begins before the model's end; their totals add up to that of the estimate. */
    public List<MonthCosts> months() {
        return months;
    }

    MonthRates rates() {
        return rates;
    }

    /** The same with the bounds of others where they go beyond those of its estimate. */
    public InferenceCosts spanning(InferenceCosts other) {
        Estimate spanned = estimate().spanning(other.estimate());
        return new InferenceCosts(() -> spanned, rates, months);
    }
}

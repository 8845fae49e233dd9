package io.epochwise.decision;

import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.InferenceCosts;
import io.epochwise.estimate.PreparedInference;
import io.epochwise.estimate.Warning;
import io.epochwise.money.Bound;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a draft of a plan is estimated to cost.
 *
 * @param training null if nothing is trained
 * @param prepared the question about calls; null if nothing is called
 * @param calls null if nothing is called
 */
record PlanEstimates(Estimate training, PreparedInference prepared, InferenceCosts calls) {
    /** Whether all of it has a price. */
    boolean priced() {
        return (training == null || training.total() != null)
                && (calls == null || calls.estimate().total() != null);
    }

    /** The total as expected; null if a part is not known. */
    BigDecimal expectedTotal() {
        return priced() ? cost().total().expected() : null;
    }

    /** The same with the bounds of another where they go beyond its own. */
    PlanEstimates spanning(PlanEstimates other) {
        return new PlanEstimates(
                training == null ? null : training.spanning(other.training),
                prepared,
                calls == null ? null : calls.spanning(other.calls));
    }

    PlanCost cost() {
        return PlanCost.of(
                training == null ? Range.ZERO : training.total(),
                calls == null ? Range.ZERO : calls.estimate().total());
    }

    /** The total at a bound. */
    BigDecimal total(Bound bound) {
        return bound.of(cost().total());
    }

    /** What may make the amounts wrong. */
    List<Warning> warnings() {
        return estimates().flatMap(estimate -> estimate.warnings().stream()).toList();
    }

    /** The currencies of all amounts, those of the training first. */
    List<String> currencies() {
        return estimates().map(Estimate::currency).toList();
    }

    private Stream<Estimate> estimates() {
        return Stream.concat(
                Stream.ofNullable(training), Stream.ofNullable(calls).map(InferenceCosts::estimate));
    }
}

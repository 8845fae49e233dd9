package io.epochwise.decision;

import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.LineCode;
import java.math.BigDecimal;
import java.util.List;

/**
 * A line that two estimates do not have alike.
 *
 * @param code what is charged
 * @param description the same in words
 * @param change what became of the line
 * @param before the line before; null if it is added
 * @param after the line after; null if it is removed
 * @param difference the expected amount after less that before, exactly, with at least two decimals; null if a side is unpriced
 *     or the currencies differ
 * @param effects the parts of the difference; null if there is none
 * @param reasons why, at least one
 */
public record LineDiff(
        LineCode code,
        String description,
        LineChange change,
        EstimateLine before,
        EstimateLine after,
        BigDecimal difference,
        DiffEffects effects,
        List<LineReason> reasons) {
    /** Copies the list. */
    public LineDiff {
        reasons = List.copyOf(reasons);
    }
}

package io.epochwise.decision;

import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.LineCode;
import java.math.BigDecimal;
import java.util.List;

/**
 * Lines for the same charge that two estimates do not have alike: one on each side, or several where they stand for months
 * that the other estimate parts in another way.
 *
 * @param code what is charged
 * @param description the same in words
 * @param change what became of the lines
 * @param before the lines before; empty if they are added
 * @param after the lines after; empty if they are removed
 * @param difference the expected amount after less that before, exactly, with at least two decimals; null if a side is unpriced
 *     or the currencies differ
 * @param effects the parts of the difference; null if there is none
 * @param reasons why, at least one
 */
public record LineDiff(
        LineCode code,
        String description,
        LineChange change,
        List<EstimateLine> before,
        List<EstimateLine> after,
        BigDecimal difference,
        DiffEffects effects,
        List<LineReason> reasons) {
    /** Copies the lists. */
    public LineDiff {
        before = List.copyOf(before);
        after = List.copyOf(after);
        reasons = List.copyOf(reasons);
    }
}

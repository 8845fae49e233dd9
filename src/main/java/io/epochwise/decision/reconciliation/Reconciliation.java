package io.epochwise.decision.reconciliation;

import java.time.LocalDate;
import java.util.List;

/**
 * What was billed against what was estimated. What is called the difference is always actual less expected.
 *
 * @param id digest of the estimate's id, the actual figures and the catalog version; null until set by {@link #withIds}
 * @param catalogVersion the catalog whose facts were applied
 * @param asOf the day whose facts were applied
 * @param estimateId the id that the estimate has where it is asked for alone; null until set by {@link #withIds}
 * @param currency ISO 4217 code of all amounts
 * @param total all money
 * @param tokens all tokens; null if they are not known on both sides
 * @param lines the lines of the estimate; those that the bill has as one are together
 * @param unmatchedActual rows of the bill that no line stands for
 * @param notBilled lines of the estimate for which the bill has no row; empty if the bill has no rows
 * @param causes why it differs, the best explained first; empty if it does not, or nothing explains it
 * @param calibration by what to correct the next estimate; null if there is nothing to compare with
 * @param focus what the FOCUS rows hold together; null if there are none
 * @param warnings what to know of the comparison
 */
public record Reconciliation(
        String id,
        String catalogVersion,
        LocalDate asOf,
        String estimateId,
        String currency,
        ReconciledTotal total,
        ReconciledTokens tokens,
        List<ReconciledLine> lines,
        List<UnmatchedActual> unmatchedActual,
        List<ReconciledLine> notBilled,
        List<BillingCause> causes,
        Calibration calibration,
        FocusTotals focus,
        List<ReconciliationWarning> warnings) {
    /** Copies the lists. */
    public Reconciliation {
        lines = List.copyOf(lines);
        unmatchedActual = List.copyOf(unmatchedActual);
        notBilled = List.copyOf(notBilled);
        causes = List.copyOf(causes);
        warnings = List.copyOf(warnings);
    }

    /** The same answer with its id and that of the estimate. */
    public Reconciliation withIds(String digest, String ofEstimate) {
        return new Reconciliation(
                digest,
                catalogVersion,
                asOf,
                ofEstimate,
                currency,
                total,
                tokens,
                lines,
                unmatchedActual,
                notBilled,
                causes,
                calibration,
                focus,
                warnings);
    }
}

package io.epochwise.decision.reconciliation;

import java.math.BigDecimal;
import java.util.List;

/**
 * By what to correct the next estimate of the kind.
 *
 * @param factor actual over expected, to six decimals
 * @param low the least of the factors of single lines or periods; null if there are not several
 * @param high the most of them; null if there are not several
 * @param basis what the factor is made of, and why it has a range or none
 * @param use what to ask the next time
 */
public record Calibration(BigDecimal factor, BigDecimal low, BigDecimal high, String basis, List<CalibratedInput> use) {
    /** Copies the list. */
    public Calibration {
        use = List.copyOf(use);
    }
}

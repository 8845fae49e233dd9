package io.epochwise.decision.reconciliation;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the FOCUS rows hold together. The costs are those of usage and purchases.
 *
 * @param rows how many rows were read
 * @param billedCost sum of {@code BilledCost}, which is what is compared
 * @param effectiveCost sum of {@code EffectiveCost}
 * @param contractedCost sum of {@code ContractedCost}
 * @param listCost sum of {@code ListCost}
 * @param apart credits, taxes, adjustments and corrections, which are not compared
 */
public record FocusTotals(
        int rows,
        BigDecimal billedCost,
        BigDecimal effectiveCost,
        BigDecimal contractedCost,
        BigDecimal listCost,
        List<Apart> apart) {
    /** Copies the list. */
    public FocusTotals {
        apart = List.copyOf(apart);
    }

    /**
     * Rows that are not compared with lines.
     *
     * @param category {@code Tax}, {@code Credit}, {@code Adjustment} or, of a row whose {@code ChargeClass} says so,
     *     {@code Correction}
     * @param rows how many
     * @param billedCost their sum
     */
    public record Apart(String category, int rows, BigDecimal billedCost) {}
}

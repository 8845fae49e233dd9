package io.epochwise.decision.reconciliation;

import java.util.List;

/**
 * A bill that was read from FOCUS rows.
 *
 * @param rows those of usage and purchases
 * @param totals what all rows hold together
 * @param unknownUnits the places of rows whose quantity counts in a unit that is not known
 */
record FocusBill(List<BilledRow> rows, FocusTotals totals, List<String> unknownUnits) {}

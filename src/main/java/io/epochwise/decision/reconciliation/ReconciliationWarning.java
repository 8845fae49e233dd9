package io.epochwise.decision.reconciliation;

/**
 * Something to know of the comparison.
 *
 * @param code what it is
 * @param text the same for this bill, for a reader
 */
public record ReconciliationWarning(ReconciliationWarningCode code, String text) {}

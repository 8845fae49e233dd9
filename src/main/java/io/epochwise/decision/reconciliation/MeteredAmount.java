package io.epochwise.decision.reconciliation;

import java.math.BigDecimal;

/**
 * How much of something, and what it costs.
 *
 * @param quantity in the line's unit; null if not known
 * @param amount in the estimate's currency; null if not known
 */
public record MeteredAmount(BigDecimal quantity, BigDecimal amount) {}

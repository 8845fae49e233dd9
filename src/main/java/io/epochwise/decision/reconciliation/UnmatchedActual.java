package io.epochwise.decision.reconciliation;

import java.math.BigDecimal;

/**
 * A row of the bill that no line of the estimate stands for.
 *
 * @param place where it is in the input: {@code actual.usage[2]}, {@code actual.focus line 7}
 * @param quantity as billed; null if not known
 * @param amount as billed; null if not known
 * @param reason why no line stands for it
 */
public record UnmatchedActual(String place, BigDecimal quantity, BigDecimal amount, String reason) {}

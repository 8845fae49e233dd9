package io.epochwise.decision.reconciliation;

import java.math.BigDecimal;

/**
 * A reason for a difference that arithmetic shows.
 *
 * @param code what it is
 * @param with a second one without which the first does not explain it; null if the first does alone
 * @param confidence how closely it explains the figure
 * @param text the same for this bill, for a reader
 * @param formula the numbers it is computed from, to compute it again
 * @param tokens how many tokens of the difference it explains; null if it explains an amount only
 * @param amount how much money of the difference it explains; null if that is not known
 */
public record BillingCause(
        BillingCauseCode code,
        BillingCauseCode with,
        Confidence confidence,
        String text,
        String formula,
        BigDecimal tokens,
        BigDecimal amount) {}

package io.epochwise.decision.reconciliation;

import java.math.BigDecimal;

/**
 * All tokens, estimated and billed.
 *
 * @param estimated the expected tokens of all lines that count tokens, free ones deducted
 * @param actual the tokens billed
 * @param difference actual less estimated
 * @param percent the difference in percent of the estimated tokens, to four decimals; null if none were expected
 */
public record ReconciledTokens(BigDecimal estimated, BigDecimal actual, BigDecimal difference, BigDecimal percent) {}

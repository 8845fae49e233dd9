package io.epochwise.decision.reconciliation;

import io.epochwise.money.Range;
import java.math.BigDecimal;

/**
 * All money, estimated and billed.
 *
 * @param estimated the total of the estimate; null if a line of it is unpriced
 * @param actual what was billed: the amount given, else the sum of the rows; null if neither is known
 * @param difference actual less expected, exactly; null if one of the two is not known
 * @param percent the difference in percent of the expected amount, to four decimals; null if there is none or nothing was expected
 * @param within whether the actual amount lies between low and high, each taken to whole cents away from the other; null if not
 *     known
 */
public record ReconciledTotal(
        Range estimated, BigDecimal actual, BigDecimal difference, BigDecimal percent, Boolean within) {}

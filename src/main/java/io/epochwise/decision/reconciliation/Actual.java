package io.epochwise.decision.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What was billed. At least one of the first two, {@code usage} and {@code focus} is needed.
 *
 * @param billedTokens all tokens billed, free ones already deducted, from 0 to 1,000,000,000,000,000; of a training job the
 *     provider's "training tokens billed"
 * @param amount all money billed, from -1,000,000,000,000 to 1,000,000,000,000
 * @param currency ISO 4217 code of all amounts; null for that of the estimate, and no other is possible
 * @param usage rows of a bill, at most 1,000; null for none
 * @param focus rows of a bill as the text of a FOCUS 1.2 or 1.4 CSV file; null for none
 * @param fileBytes bytes of the training file, from 1 to 1,000,000,000,000,000, where the request has a summary; null for not said
 */
public record Actual(
        Long billedTokens, BigDecimal amount, String currency, List<ActualUsage> usage, String focus, Long fileBytes) {
    /** Copies the list, null as an empty one; elements that are null are left for the checks to name. */
    public Actual {
        usage = usage == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(usage));
    }
}

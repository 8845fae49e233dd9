package io.epochwise.decision.reconciliation;

import java.util.function.UnaryOperator;

/**
 * A part of a count taken otherwise.
 *
 * @param code what the reason is
 * @param text the same in a sentence
 * @param change what becomes of the count
 */
record CountChange(BillingCauseCode code, String text, UnaryOperator<JobCount> change) {
    JobCount of(JobCount count) {
        return change.apply(count);
    }
}

package io.epochwise.decision.reconciliation;

import io.epochwise.fault.Spelling;

/** How closely a cause explains what was billed. */
public enum Confidence {
    /** To the token, or to the smallest unit in which the amount is given. */
    EXACT,
    /** Within 0.5 % of what was billed, and leaving at most a quarter of the difference. */
    NEAR;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.decision.guardrail;

import io.epochwise.fault.Spelling;

/** What follows where it is not known whether a rule is kept. */
public enum OnUnknown {
    DENY,
    WARN;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.decision.guardrail;

import io.epochwise.fault.Spelling;

/** What follows from a rule. The order is from good to bad. */
public enum GuardrailVerdict {
    /** There is nothing that the rule is about. */
    NOT_APPLICABLE,
    /** The rule is kept. */
    ALLOW,
    /** It is not certain that the rule is kept, or not keeping it only warns. */
    WARN,
    /** The rule is not kept. */
    DENY;

    /** The worse of both. */
    GuardrailVerdict and(GuardrailVerdict other) {
        return compareTo(other) > 0 ? this : other;
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.policy;

import io.epochwise.fault.Spelling;

/** Why an offering is named in place of another. The order is that of a list of alternatives. */
public enum AlternativeReason {
    /** The vendor names it as the replacement, and it can be called. */
    REPLACEMENT,
    /** It can be tuned the same way at the same provider. */
    SAME_PROVIDER,
    /** It can be tuned the same way at another provider. */
    OTHER_PROVIDER,
    /** It can be tuned the same way on own or rented GPUs. */
    SELF_HOSTED;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

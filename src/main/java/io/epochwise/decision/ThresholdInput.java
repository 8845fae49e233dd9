package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/** A number that is solved for. */
public enum ThresholdInput {
    /** The longest static prompt of the tuned model, in tokens. */
    TUNED_STATIC_PROMPT_TOKENS,
    /** The fewest requests in the first month. */
    REQUESTS_PER_MONTH,
    /** The lowest first-pass accuracy of the tuned model, in steps of 0.0001. */
    TUNED_FIRST_PASS_ACCURACY,
    /** The highest factor on the prices of the tuned model's tokens, rounded down at 6 decimals. */
    TUNED_PRICE_FACTOR;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

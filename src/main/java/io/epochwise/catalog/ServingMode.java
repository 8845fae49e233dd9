package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** What inference on a tuned model is billed by. */
public enum ServingMode {
    /** Tokens, at the prices of the base model. */
    BASE_PRICE,
    /** Tokens, at the prices of the base model times a factor. */
    MULTIPLIER,
    /** Tokens, at prices of the tuned model's own. */
    OWN_PRICE,
    /** Hours of GPUs, used or not. */
    GPU_HOUR,
    /** Hours of reserved units of throughput, used or not. */
    PROVISIONED_THROUGHPUT;

    /** Whether tokens are billed, and not the time for which something is kept ready. */
    public boolean byToken() {
        return this == BASE_PRICE || this == MULTIPLIER || this == OWN_PRICE;
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.export;

import java.math.BigDecimal;

/**
 * An amount agreed to be spent at a provider, whether it is used or not.
 *
 * @param provider the first part of its offerings' ids
 * @param amount what is left of it, in the currency of the prices, zero or more
 * @param paid whether it is paid already, so that only what goes beyond it is still to be paid; null for false
 * @param reference the agreement's number; null for not said
 */
public record Commitment(String provider, BigDecimal amount, Boolean paid, String reference) {
    /** Whether it is paid already. */
    public boolean isPaid() {
        return Boolean.TRUE.equals(paid);
    }
}

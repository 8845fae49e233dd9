package io.epochwise.export;

import java.math.BigDecimal;

/**
 * An amount that need not be paid.
 *
 * @param provider at which it can be used, the first part of its offerings' ids; null for all
 * @param amount what is left of it, in the currency of the prices, zero or more
 * @param note what it is for; null for not said
 */
public record Credit(String provider, BigDecimal amount, String note) {}

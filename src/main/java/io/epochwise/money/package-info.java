/**
 * Decimals, prices per quantity, and low-expected-high ranges of amounts. Knows nothing of tokens, models or files;
 * every amount is an exact {@link java.math.BigDecimal} and nothing here rounds unless its name says so.
 */
package io.epochwise.money;

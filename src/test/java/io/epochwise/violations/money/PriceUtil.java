package io.epochwise.violations.money;

/** Has a name that says nothing. */
public record PriceUtil() {}

package io.epochwise.violations.util;

/** Is in a package whose name says nothing. */
public record Prices() {}

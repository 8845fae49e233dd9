package io.epochwise.violations.elsewhere;

/** Is in no layer. */
public record HasNoLayer() {}

package io.epochwise.violations.undescribed;

/** Is in a package without a description. */
public record Undescribed() {}

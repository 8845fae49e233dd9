package io.epochwise.violations.silent;

/** Is in a package whose description is empty. */
public record Silent() {}

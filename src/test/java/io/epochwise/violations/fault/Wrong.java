package io.epochwise.violations.fault;

/** What every layer may use. */
public record Wrong(String message) {}

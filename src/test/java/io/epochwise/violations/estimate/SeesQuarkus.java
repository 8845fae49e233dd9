package io.epochwise.violations.estimate;

import io.quarkus.runtime.LaunchMode;

/** Knows the platform. */
public record SeesQuarkus(LaunchMode mode) {}

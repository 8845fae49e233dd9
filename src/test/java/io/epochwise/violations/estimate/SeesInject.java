package io.epochwise.violations.estimate;

import jakarta.enterprise.inject.Instance;

/** Knows the container. */
public record SeesInject(Instance<String> instance) {}

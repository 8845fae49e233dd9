package io.epochwise.violations.cycle.first;

import io.epochwise.violations.cycle.second.Second;

/** One half of a cycle. */
public record First(Second second) {}

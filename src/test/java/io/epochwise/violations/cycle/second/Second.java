package io.epochwise.violations.cycle.second;

import io.epochwise.violations.cycle.first.First;

/** The other half. */
public record Second(First first) {}

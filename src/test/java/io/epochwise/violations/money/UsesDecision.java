package io.epochwise.violations.money;

import io.epochwise.violations.decision.Decision;

/** Points up. */
public record UsesDecision(Decision decision) {}

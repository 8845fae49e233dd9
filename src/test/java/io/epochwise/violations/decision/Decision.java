package io.epochwise.violations.decision;

import io.epochwise.violations.fault.Wrong;

/** Points down, as it may. */
public record Decision(Wrong wrong) {}

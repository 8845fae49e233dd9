package io.epochwise.decision;

import io.epochwise.policy.Availability;

/**
 * Whether two things can be had, where that differs.
 *
 * @param before of the question before
 * @param after of the question after
 */
public record AvailabilityDiff(Availability before, Availability after) {}

package io.epochwise.estimate;

/**
 * What an evaluation costs and what it asks.
 *
 * @param estimate without an id
 * @param run what is asked
 */
public record EvaluationCosts(Estimate estimate, EvaluationRun run) {}

package io.epochwise.decision;

import io.epochwise.estimate.EstimateRequest;
import java.time.LocalDate;

/**
 * What differs between the answers to two questions of a kind, and why?
 *
 * @param kind what both ask
 * @param before the question that is compared with
 * @param after the question that is compared
 * @param asOf the day for a question that names none; null for today
 */
public record DiffRequest(DiffKind kind, EstimateRequest before, EstimateRequest after, LocalDate asOf) {}

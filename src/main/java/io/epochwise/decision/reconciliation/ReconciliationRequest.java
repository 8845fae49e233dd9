package io.epochwise.decision.reconciliation;

import io.epochwise.decision.CostQuestion;
import java.time.LocalDate;

/**
 * How does what was billed compare with the estimate?
 *
 * @param request what the estimate was asked; with the day it was made for, so that its prices are those of then
 * @param actual what was billed
 * @param asOf the day for a question that names none; null for today
 */
public record ReconciliationRequest(CostQuestion request, Actual actual, LocalDate asOf) {}

/**
 * What a job costs: quantities times prices as lines, with what is assumed and what may surprise. Every amount is exact
 * and names its formula and source; a missing price leaves its line unpriced and the total absent. Pure: the same
 * request on the same catalog gives the same estimate. Knows nothing of HTTP, documents or decisions.
 *
 * <p>Training, in {@link io.epochwise.estimate.TrainingEstimator}: tokens of a dataset x epochs x price, or time x price.
 *
 * <p>Inference, in {@link io.epochwise.estimate.InferenceEstimator}: a {@link io.epochwise.estimate.Workload} is requests a
 * month, which may grow and take several calls each (MonthlyRequests), and the tokens of a call (WorkloadTokens counts
 * them, CallTokens parts them into disjoint classes, of which CachedPrefix takes what is cached). Each class is charged
 * at its meter's price (InferenceMeters), in batches or outside, for months that have the same prices (BillingMonths).
 * What a tuned model costs beside tokens, or in their place, is in ServingCharges.
 *
 * <p>Evaluation, in {@link io.epochwise.estimate.EvaluationEstimator}: the questions of a benchmark or of one's own set as
 * workloads (EvaluationWorkloads), estimated as inference at the least, as expected and at the most of what is not known
 * (Bound), with lines of their own (EvaluationLines).
 */
package io.epochwise.estimate;

package io.epochwise.decision;

import io.epochwise.catalog.Method;
import io.epochwise.dataset.Dataset;
import io.epochwise.estimate.ComputeChoice;
import io.epochwise.estimate.Labor;
import io.epochwise.estimate.PriceOverrides;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.money.Range;
import io.epochwise.money.RangeChoice;
import io.epochwise.policy.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How a model is to be tuned, and what that costs beside the job. Only {@code dataset} is needed; every other part may be null.
 * Where a part is also one of {@link TrainingRequest}, it means the same.
 *
 * @param dataset the training examples
 * @param epochs null for the provider's or the cookbook's number
 * @param validation the examples the provider validates on; null for none
 * @param method null for the usual one
 * @param adapter null for the usual one
 * @param tier the price class; null for the usual one
 * @param region null for not decided
 * @param overrides own prices and discount; null for list prices
 * @param trainingHours hours of the training loop, where time is billed
 * @param compute the GPUs that train an open model
 * @param labor the people who prepare and watch the job; not paid again when it is made again
 * @param additionalExamples examples needed beyond the dataset because the prompt is shortened (OpenAI says that instructions
 *     left out of the prompt must be learned from more examples), each like those of the dataset on average; a whole number
 *     from 0 to 1,000,000,000; null for none
 * @param preparationPerExample what collecting and labeling one example costs, those in addition included, from 0 to 1,000,000;
 *     null for nothing
 * @param evaluationCost what it costs to evaluate base and tuned model once, from 0 to 1,000,000,000, as the estimate of an
 *     evaluation says; null for nothing
 * @param extraUpFront whatever else is paid once, from 0 to 1,000,000,000,000; null for nothing
 */
public record TrainingPlan(
        Dataset dataset,
        Integer epochs,
        Dataset validation,
        Method method,
        String adapter,
        String tier,
        String region,
        PriceOverrides overrides,
        BigDecimal trainingHours,
        ComputeChoice compute,
        Labor labor,
        Range additionalExamples,
        Range preparationPerExample,
        Range evaluationCost,
        Range extraUpFront) {

    /** A plan with nothing said but the examples. */
    static TrainingPlan of(Dataset dataset) {
        return new TrainingPlan(
                dataset, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same plan with other examples. */
    TrainingPlan with(Dataset others) {
        return with(others, labor, additionalExamples, preparationPerExample, extraUpFront);
    }

    /** The same plan with all that a draft varies; the draft's examples are all there are. */
    TrainingPlan with(Draft draft) {
        return new TrainingPlan(
                draft.dataset(),
                draft.epochs(),
                draft.validation(),
                method,
                draft.adapter(),
                draft.trainingTier(),
                region,
                overrides,
                trainingHours,
                draft.compute(),
                labor,
                null,
                preparationPerExample,
                evaluationCost,
                extraUpFront);
    }

    /** The same plan with one value chosen of each number that is given as a range; the path ends with a point. */
    TrainingPlan resolved(String path, RangeChoice choice) {
        return new TrainingPlan(
                dataset == null ? null : dataset.resolved(path + "dataset.", choice),
                epochs,
                validation == null ? null : validation.resolved(path + "validation.", choice),
                method,
                adapter,
                tier,
                region,
                overrides,
                trainingHours,
                compute,
                labor,
                choice.whole(path + "additionalExamples", additionalExamples),
                choice.number(path + "preparationPerExample", preparationPerExample),
                choice.number(path + "evaluationCost", evaluationCost),
                choice.number(path + "extraUpFront", extraUpFront));
    }

    /** The plan of making the job and its evaluation again: nothing is prepared anew or paid once more. */
    TrainingPlan again() {
        return with(dataset, null, additionalExamples, null, null);
    }

    /** The plan without examples in addition. */
    TrainingPlan without() {
        return with(dataset, labor, null, preparationPerExample, extraUpFront);
    }

    private TrainingPlan with(Dataset trainedOn, Labor people, Range examples, Range preparation, Range extra) {
        return new TrainingPlan(
                trainedOn,
                epochs,
                validation,
                method,
                adapter,
                tier,
                region,
                overrides,
                trainingHours,
                compute,
                people,
                examples,
                preparation,
                evaluationCost,
                extra);
    }

    /** How many examples are trained on, those in addition included. */
    long examples() {
        return dataset.exampleCount()
                + (additionalExamples == null
                        ? 0
                        : additionalExamples.expected().longValueExact());
    }

    /** The job that this asks for. */
    public TrainingRequest request(String offering, Organization organization, LocalDate asOf) {
        return new TrainingRequest(
                offering,
                additionalExamples == null ? dataset : dataset.withExamples(examples()),
                epochs,
                validation,
                method,
                adapter,
                tier,
                region,
                overrides,
                null,
                organization,
                asOf,
                trainingHours,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                compute,
                labor,
                null);
    }
}

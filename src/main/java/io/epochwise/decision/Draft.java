package io.epochwise.decision;

import io.epochwise.dataset.Dataset;
import io.epochwise.estimate.ComputeChoice;
import io.epochwise.estimate.Workload;
import io.epochwise.token.image.Detail;
import java.util.function.UnaryOperator;

/**
 * What of an alternative is varied to find the largest plan and what would cost less. What it has none of is null.
 *
 * @param dataset the training examples
 * @param epochs passes over them
 * @param validation examples to validate on
 * @param trainingTier the price class of the training
 * @param adapter how what is learned is stored
 * @param compute the GPUs that train
 * @param workload what is asked in a month
 * @param tier the price class of the calls
 * @param months months of calls
 * @param detail the detail of all images; null for as they are
 */
record Draft(
        Dataset dataset,
        Integer epochs,
        Dataset validation,
        String trainingTier,
        String adapter,
        ComputeChoice compute,
        Workload workload,
        String tier,
        Integer months,
        Detail detail) {
    PlanSize size() {
        return new PlanSize(epochs, dataset == null ? null : dataset.exampleCount(), detail, months);
    }

    /** Whether anything has images. */
    boolean hasImages() {
        return trainsOnImages() || workload != null && workload.hasImages();
    }

    boolean trainsOnImages() {
        return dataset != null && dataset.hasImages() || validation != null && validation.hasImages();
    }

    Draft withEpochs(int number) {
        return new Draft(dataset, number, validation, trainingTier, adapter, compute, workload, tier, months, detail);
    }

    Draft withMonths(int number) {
        return new Draft(dataset, epochs, validation, trainingTier, adapter, compute, workload, tier, number, detail);
    }

    Draft withExamples(long number) {
        return withDatasets(dataset.withExamples(number), validation);
    }

    Draft withDatasets(Dataset examples, Dataset validationExamples) {
        return new Draft(
                examples, epochs, validationExamples, trainingTier, adapter, compute, workload, tier, months, detail);
    }

    /** The same done to the training examples and those to validate on. */
    Draft withDatasets(UnaryOperator<Dataset> change) {
        return withDatasets(
                dataset == null ? null : change.apply(dataset), validation == null ? null : change.apply(validation));
    }

    Draft withWorkload(UnaryOperator<Workload> change) {
        return new Draft(
                dataset,
                epochs,
                validation,
                trainingTier,
                adapter,
                compute,
                workload == null ? null : change.apply(workload),
                tier,
                months,
                detail);
    }

    /** Another price class of both training and calls. */
    Draft withTier(String name) {
        return new Draft(dataset, epochs, validation, name, adapter, compute, workload, name, months, detail);
    }

    Draft withAdapter(String name) {
        return new Draft(dataset, epochs, validation, trainingTier, name, compute, workload, tier, months, detail);
    }

    Draft withCompute(ComputeChoice choice) {
        return new Draft(dataset, epochs, validation, trainingTier, adapter, choice, workload, tier, months, detail);
    }

    Draft named(Detail ofAllImages) {
        return new Draft(
                dataset, epochs, validation, trainingTier, adapter, compute, workload, tier, months, ofAllImages);
    }
}

package io.epochwise.estimate;

import io.epochwise.catalog.GpuType;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Unit;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** Charges a job on own or rented GPUs by their time. */
final class GpuTraining {
    private final TrainingJob job;

    GpuTraining(TrainingJob job) {
        this.job = job;
    }

    /** Charges the hours given, or those that the operations of the model take. */
    void charge() {
        ComputeChoice choice = compute();
        String gpu = gpu(null);
        if (choice.gpu() == null) {
            job.notes().assume(AssumptionCode.DEFAULT_GPU, gpu, "No GPU is given; " + gpu + " is taken.");
        }
        Optional<Quantity> hours = gpuHours(choice, gpu);
        if (hours.isEmpty()) {
            job.charges()
                    .addUnknown(
                            LineCode.TRAINING_GPU_HOURS,
                            Unit.GPU_HOUR,
                            "GPU-hours x price, of which the hours are not known");
            return;
        }
        job.charges()
                .add(
                        LineCode.TRAINING_GPU_HOURS,
                        hours.get(),
                        Unit.GPU_HOUR,
                        job.prices().own(Meter.GPU_HOUR).or(() -> price(gpu)));
    }

    private ComputeChoice compute() {
        return Objects.requireNonNullElse(job.request().compute(), ComputeChoice.UNKNOWN);
    }

    /** The kind of GPU named, else the one that trains, else a common one. */
    private String gpu(String named) {
        return named != null ? named : Objects.requireNonNullElse(compute().gpu(), GpuPrices.USUAL_GPU);
    }

    /** The price of an hour of the kind named, else of the one that trains. */
    Optional<UnitPrice> price(String named) {
        return GpuPrices.find(
                job.catalog(), compute(), gpu(named), job.request().region(), job.asOf(), job.notes());
    }

    /** The hours given, for each GPU; else what the operations of all epochs take. */
    private Optional<Quantity> gpuHours(ComputeChoice choice, String gpu) {
        if (job.request().trainingHours() != null) {
            int gpus = Objects.requireNonNullElse(choice.gpus(), 1);
            BigDecimal hours = job.request().trainingHours().multiply(BigDecimal.valueOf(gpus));
            return Optional.of(new Quantity(
                    Range.exactly(hours),
                    gpus + (gpus == 1 ? " GPU x " : " GPUs x ")
                            + Decimals.plain(job.request().trainingHours()) + " hours = " + Decimals.plain(hours)));
        }
        int epochs = job.epochs();
        BigDecimal images = DatasetTokens.images(job.request().dataset()).multiply(BigDecimal.valueOf(epochs));
        Optional<GpuType> known = job.catalog().gpu(gpu);
        if (known.isEmpty()) {
            job.notes()
                    .warn(WarningCode.TOKENS_UNKNOWN, "Nothing is known of the GPU " + gpu + ". Give trainingHours.");
            return Optional.empty();
        }
        return job.tokens(job.request().dataset(), TrainingJob.DATASET)
                .flatMap(tokens -> TrainingCompute.gpuHours(
                        job.offering(),
                        tokens.perEpoch().times(BigDecimal.valueOf(epochs)),
                        images,
                        job.adapter(),
                        known.get(),
                        job.notes()));
    }
}

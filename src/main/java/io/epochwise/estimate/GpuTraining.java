package io.epochwise.estimate;

import io.epochwise.catalog.GpuType;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Unit;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Charges a job on own or rented GPUs by their time. */
final class GpuTraining {
    private final TrainingJob job;
    private final ComputeChoice choice;
    private final TrainedParts trained;

    GpuTraining(TrainingJob job) {
        this.job = job;
        choice = Objects.requireNonNullElse(job.request().compute(), ComputeChoice.UNKNOWN);
        trained = new TrainedParts(job.adapter(), choice.frozen());
    }

    /** Charges the hours given, or those that the operations of the model take. */
    void charge() {
        String gpu = gpu(null);
        if (choice.gpu() == null) {
            job.notes().assume(AssumptionCode.DEFAULT_GPU, gpu, "No GPU is given; " + gpu + " is taken.");
        }
        warnOfUnusedInput();
        Optional<Quantity> hours = gpuHours(gpu);
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

    /** The kind of GPU named, else the one that trains, else a common one. */
    private String gpu(String named) {
        return named != null ? named : Objects.requireNonNullElse(choice.gpu(), GpuPrices.USUAL_GPU);
    }

    /** The price of an hour of the kind named, else of the one that trains. */
    Optional<UnitPrice> price(String named) {
        return GpuPrices.find(job.catalog(), choice, gpu(named), job.request().region(), job.asOf(), job.notes());
    }

    /** The hours given, for each GPU; else what the operations of all epochs take. */
    private Optional<Quantity> gpuHours(String gpu) {
        Optional<GpuType> known = job.catalog().gpu(gpu);
        int gpus = known.map(this::gpus).orElseGet(() -> Objects.requireNonNullElse(choice.gpus(), 1));
        if (job.request().trainingHours() != null) {
            BigDecimal hours = job.request().trainingHours().multiply(BigDecimal.valueOf(gpus));
            return Optional.of(new Quantity(
                    Range.exactly(hours),
                    gpus + (gpus == 1 ? " GPU x " : " GPUs x ")
                            + Decimals.plain(job.request().trainingHours()) + " hours = " + Decimals.plain(hours)));
        }
        BigDecimal epochs = BigDecimal.valueOf(job.epochs());
        if (known.isEmpty()) {
            job.notes()
                    .warn(WarningCode.TOKENS_UNKNOWN, "Nothing is known of the GPU " + gpu + ". Give trainingHours.");
            return Optional.empty();
        }
        return new TrainingCompute(job.offering(), trained, choice, known.get(), gpus, job.notes())
                .gpuHours(
                        () -> job.tokens(job.request().dataset(), TrainingJob.DATASET)
                                .map(tokens -> tokens.perEpoch().times(epochs)),
                        DatasetTokens.images(job.request().dataset()).multiply(epochs),
                        BigDecimal.valueOf(job.request().dataset().examples()).multiply(epochs));
    }

    /** The GPUs given, with a warning if they do not hold the training, or the fewest that do. */
    private int gpus(GpuType gpu) {
        int asked = Objects.requireNonNullElse(choice.gpus(), 1);
        Optional<TrainingMemory> memory =
                TrainingMemory.of(job.offering(), job.catalog().memoryRules(), trained, choice.precision());
        if (memory.isEmpty() || gpu.memoryGigabytes() == null) {
            job.notes()
                    .warn(
                            WarningCode.MEMORY_NOT_CHECKED,
                            "Whether " + counted(asked, gpu) + " can hold the training is not known: "
                                    + (memory.isEmpty() ? "the memory it takes" : "the memory of " + gpu.id())
                                    + " is not.");
            return asked;
        }
        if (choice.gpus() != null) {
            if (!memory.get().fits(asked, gpu.memoryGigabytes())) {
                warnOfMemory(counted(asked, gpu), gpu, memory.get());
            }
            return asked;
        }
        OptionalInt fewest = memory.get().fewest(gpu.memoryGigabytes(), choice.nodeSize());
        if (fewest.isEmpty()) {
            warnOfMemory("Any number of " + gpu.id(), gpu, memory.get());
            return asked;
        }
        job.notes()
                .assume(
                        AssumptionCode.GPUS_BY_MEMORY,
                        Integer.toString(fewest.getAsInt()),
                        "No number of GPUs is given; " + counted(fewest.getAsInt(), gpu) + " of "
                                + Decimals.plain(gpu.memoryGigabytes())
                                + " GB are the fewest that hold the training, in powers of two up to the "
                                + choice.nodeSize() + " of a machine and then whole machines. "
                                + memory.get().words());
        return fewest.getAsInt();
    }

    private void warnOfMemory(String gpus, GpuType gpu, TrainingMemory memory) {
        job.notes()
                .warn(
                        WarningCode.MEMORY_EXCEEDED,
                        gpus + " of " + Decimals.plain(gpu.memoryGigabytes())
                                + " GB cannot hold the training, as far as known. " + memory.words());
    }

    private static String counted(int gpus, GpuType gpu) {
        return gpus + " x " + gpu.id();
    }

    /** What is said of the training and does not matter, because the hours or the utilization are given. */
    private void warnOfUnusedInput() {
        boolean hours = job.request().trainingHours() != null;
        List<String> unused = new ArrayList<>();
        if (hours && choice.utilization() != null) {
            unused.add("utilization");
        }
        if (hours || choice.utilization() != null) {
            if (choice.checkpointing() != null) {
                unused.add("checkpointing");
            }
        }
        if (hours || choice.utilization() != null || job.offering().textTower() != null) {
            if (choice.packing() != null) {
                unused.add("packing");
            }
            if (choice.flashAttention() != null) {
                unused.add("flashAttention");
            }
        }
        if (!unused.isEmpty()) {
            job.notes()
                    .warn(
                            WarningCode.INPUT_NOT_USED,
                            "Of compute, " + unused + " has no bearing: "
                                    + (hours
                                            ? "the hours are given."
                                            : choice.utilization() != null
                                                    ? "the utilization is given."
                                                    : "texts and images of a model trained by contrast are all of one"
                                                            + " length."));
        }
    }
}

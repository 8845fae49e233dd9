package io.epochwise.estimate;

import io.epochwise.catalog.GpuType;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Unit;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
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
        return GpuPrices.find(
                job.catalog(), choice, gpu(named), job.request().region(), job.asOf(), job.asOf(), job.notes());
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
                        BigDecimal.valueOf(job.request().dataset().exampleCount())
                                .multiply(epochs));
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

    /** What is said of the training and does not matter, because more is known. */
    private void warnOfUnusedInput() {
        if (job.request().trainingHours() != null) {
            warnOfUnused(
                    "the hours are given",
                    choice.utilization(),
                    choice.checkpointing(),
                    choice.packing(),
                    choice.flashAttention());
        } else if (choice.utilization() != null) {
            warnOfUnused(
                    "the utilization is given",
                    null,
                    choice.checkpointing(),
                    choice.packing(),
                    choice.flashAttention());
        } else if (job.offering().textTower() != null) {
            warnOfUnused(
                    "texts and images of a model trained by contrast are all of one length",
                    null,
                    null,
                    choice.packing(),
                    choice.flashAttention());
        }
    }

    /** Each null if it is not given, or matters. */
    private void warnOfUnused(
            String why, BigDecimal utilization, Boolean checkpointing, Boolean packing, Boolean flashAttention) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("utilization", utilization);
        given.put("checkpointing", checkpointing);
        given.put("packing", packing);
        given.put("flashAttention", flashAttention);
        given.values().removeIf(Objects::isNull);
        if (!given.isEmpty()) {
            job.notes()
                    .warn(
                            WarningCode.INPUT_NOT_USED,
                            "Of compute, " + given.keySet() + " has no bearing: " + why + ".");
        }
    }
}

package io.epochwise.estimate;

import io.epochwise.catalog.Fact;
import io.epochwise.catalog.FactStatus;
import io.epochwise.catalog.GpuType;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.Parameters;
import io.epochwise.catalog.VisionTower;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * GPU-hours of training an open model: floating-point operations / (peak x utilization x 3600), see {@link
 * TrainingOperations} and {@link Utilization}. GPUs of several machines are a little slower each.
 *
 * <p>A model trained by contrast is a case of its own: its texts pass an encoder of their own and not the tokens of images,
 * and its kind of training is that of CLIP.
 *
 * @param trained what is trained of it
 * @param gpu the kind of GPU, whose peak is known
 * @param gpus how many work at once
 */
record TrainingCompute(
        Offering offering, TrainedParts trained, ComputeChoice choice, GpuType gpu, int gpus, Notes notes) {
    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);
    /** Peak of the A100, on which nearly all published timings were taken. */
    private static final BigDecimal TIMED_PEAK = new BigDecimal("312e12");
    /** Phi-3-vision on 2 and on 4 machines against one; nothing is published for 3, which count as 4, or for more. */
    private static final BigDecimal TWO_NODES = new BigDecimal("0.976");

    private static final BigDecimal FOUR_NODES = new BigDecimal("0.965");
    private static final int PUBLISHED_NODES = 4;
    /** Parameters below which loading data may take the time: one of 222 million is known to, the line is an estimate. */
    private static final long BOUND_BY_LOADING = 1_000_000_000L;
    /** More digits would claim more than an estimate knows. */
    private static final MathContext PRECISION = new MathContext(6, RoundingMode.HALF_EVEN);

    private static final MathContext PRECISION_OF_DURATION = new MathContext(4, RoundingMode.HALF_EVEN);

    /**
     * GPU-hours of all epochs.
     *
     * @param tokens those of all epochs; empty if they cannot be counted, of which notes were made
     * @param images images of all epochs
     * @param examples examples of all epochs
     * @return empty, with a warning, if the operations or the GPU's peak are not known
     */
    Optional<Quantity> gpuHours(Supplier<Optional<Range>> tokens, BigDecimal images, BigDecimal examples) {
        Long parameters = parameters();
        if (gpu.denseFlops() == null || parameters == null && offering.textTower() == null) {
            notes.warn(
                    WarningCode.TOKENS_UNKNOWN,
                    "The compute is not known: "
                            + (gpu.denseFlops() == null ? "the peak of " + gpu.id() : "the model's size")
                            + " is not. Give trainingHours.");
            return Optional.empty();
        }
        Optional<TrainingOperations> operations = offering.textTower() != null
                ? Optional.of(TrainingOperations.ofTexts(offering.textTower(), examples, trained))
                : tokens.get().map(all -> TrainingOperations.ofTokens(parameters, all, trained));
        return operations.map(known -> withImages(known, images)).map(known -> hours(known, utilization(parameters)));
    }

    /** Those that run for a token; null if not known. */
    private Long parameters() {
        Parameters parameters = offering.parameters();
        if (parameters == null || parameters.active() != null) {
            return parameters == null ? null : parameters.active();
        }
        return parameters.languageModel() != null ? parameters.languageModel() : parameters.total();
    }

    private TrainingOperations withImages(TrainingOperations operations, BigDecimal images) {
        VisionTower tower = offering.visionTower();
        if (images.signum() == 0) {
            return operations;
        }
        if (tower == null || tower.gigaflopsPerCrop() == null) {
            notes.warn(
                    WarningCode.COMPUTE_PARTIAL,
                    "The compute of the model's vision tower is not known and not counted; it comes on top.");
            return operations;
        }
        return operations.plusImages(tower, images, trained);
    }

    private Utilization utilization(Long parameters) {
        if (choice.utilization() != null) {
            return Utilization.given(choice.utilization());
        }
        if (offering.textTower() != null) {
            notes.warn(
                    WarningCode.COMPUTE_UNTESTED,
                    "No time of a fine-tuning of CLIP is published; the utilization is that of its training from scratch.");
            return Utilization.published(Regime.CONTRASTIVE, trained, choice, false);
        }
        boolean boundByLoading = parameters < BOUND_BY_LOADING;
        if (boundByLoading) {
            notes.warn(
                    WarningCode.COMPUTE_UNTESTED,
                    "For a model this small the time may be that of loading data and not of computing: one of 222 million"
                            + " parameters reached 1.6 % of an H100, with which the high bound reckons.");
        }
        Regime regime = Regime.of(parameters, trained, choice.packing());
        if (Boolean.FALSE.equals(choice.packing()) && regime != Regime.UNPACKED) {
            notes.warn(
                    WarningCode.INPUT_NOT_USED,
                    "Of compute, [packing] has no bearing: without packing only a text model of 3B was measured, at 0.13.");
        }
        return Utilization.published(regime, trained, choice, boundByLoading);
    }

    private Quantity hours(TrainingOperations operations, Utilization utilization) {
        BigDecimal efficiency = efficiency();
        BigDecimal perHour = gpu.denseFlops().multiply(efficiency).multiply(SECONDS_OF_AN_HOUR);
        Range part = utilization.part();
        Range hours = new Range(
                operations.count().low().divide(perHour.multiply(part.high()), PRECISION),
                operations.count().expected().divide(perHour.multiply(part.expected()), PRECISION),
                operations.count().high().divide(perHour.multiply(part.low()), PRECISION));
        notes.assume(
                AssumptionCode.COMPUTE,
                Decimals.plain(part.expected()),
                utilization.words() + " Time to load, evaluate and try again is not in it."
                        + (choice.utilization() == null && gpu.denseFlops().compareTo(TIMED_PEAK) != 0
                                ? " The timings are those of A100 GPUs; " + gpu.id() + " may reach another part."
                                : "")
                        + doubt("size of the model", offering.parameters()) + doubt("peak of " + gpu.id(), gpu));
        assumeDuration(hours);
        return new Quantity(
                hours,
                "(" + operations.words() + ") / (" + Decimals.plain(gpu.denseFlops()) + " x "
                        + Decimals.plain(part.expected())
                        + (efficiency.compareTo(BigDecimal.ONE) == 0 ? "" : " x " + Decimals.plain(efficiency))
                        + " x 3600) = " + Decimals.plain(hours.expected()));
    }

    /** The speed of a GPU against that of one in a single machine. A measured utilization, and CLIP's, hold it already. */
    private BigDecimal efficiency() {
        int nodes = (gpus + choice.nodeSize() - 1) / choice.nodeSize();
        if (nodes == 1 || choice.utilization() != null || offering.textTower() != null) {
            return BigDecimal.ONE;
        }
        BigDecimal efficiency = nodes == 2 ? TWO_NODES : FOUR_NODES;
        notes.assume(
                AssumptionCode.MULTI_NODE,
                Decimals.plain(efficiency),
                gpus + " GPUs are " + nodes + " machines of " + choice.nodeSize() + ": each is taken to reach "
                        + Decimals.plain(efficiency)
                        + " of its speed in one machine, as Phi-3-vision did (0.976 on 2 machines, 0.965 on 4).");
        if (nodes > PUBLISHED_NODES) {
            notes.warn(
                    WarningCode.COMPUTE_UNTESTED,
                    "How fast GPUs of more than 4 machines are together is not known; the speed of 4 is taken for "
                            + nodes + ".");
        }
        return efficiency;
    }

    private void assumeDuration(Range gpuHours) {
        notes.assume(
                AssumptionCode.TRAINING_DURATION,
                wall(gpuHours.expected()),
                "The job takes about " + wall(gpuHours.expected()) + " hours on "
                        + (gpus == 1 ? "1 GPU" : gpus + " GPUs at once") + ", from " + wall(gpuHours.low()) + " to "
                        + wall(gpuHours.high()) + ".");
    }

    private String wall(BigDecimal gpuHours) {
        return Decimals.plain(gpuHours.divide(BigDecimal.valueOf(gpus), PRECISION_OF_DURATION));
    }

    private static String doubt(String what, Fact fact) {
        if (fact == null || fact.status() == FactStatus.STATED) {
            return "";
        }
        return " The " + what + " is " + (fact.status() == FactStatus.CONFLICT ? "disputed" : fact.status())
                + (fact.note() == null ? "" : ": " + fact.note()) + ".";
    }
}

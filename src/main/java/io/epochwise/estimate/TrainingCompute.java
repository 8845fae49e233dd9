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

/**
 * GPU-hours of training an open model: floating-point operations / (peak x utilization x 3600).
 *
 * <p>Operations of the language model are 6 x parameters x tokens for a full fine-tune (2 forward, 4 backward; GitHub
 * hiyouga/LLaMA-Factory, scripts/stat_utils/cal_mfu.py) and 4 x parameters x tokens for adapters, which need no gradients
 * of the weights (derived). The vision tower comes on top: its forward operations a crop x crops x images x 3 for a full
 * fine-tune, x 2 for adapters. Recomputation gets no credit, so the utilization is that of model operations.
 *
 * <p>Utilization is an estimate, derived from published timings: 25 % for models of 4 billion parameters and more on
 * A100-class GPUs, 21 % with quantized weights, 15 % for smaller ones; low and high span 45 % to 10 %.
 */
final class TrainingCompute {
    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal GIGA = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal BEST_UTILIZATION = new BigDecimal("0.45");
    private static final BigDecimal USUAL_UTILIZATION = new BigDecimal("0.25");
    private static final BigDecimal QUANTIZED_UTILIZATION = new BigDecimal("0.21");
    private static final BigDecimal SMALL_UTILIZATION = new BigDecimal("0.15");
    private static final BigDecimal WORST_UTILIZATION = new BigDecimal("0.10");
    private static final long SMALL = 4_000_000_000L;
    private static final String FULL = "full";
    private static final String QUANTIZED = "qlora";
    /** More digits would claim more than an estimate knows. */
    private static final MathContext PRECISION = new MathContext(6, RoundingMode.HALF_EVEN);

    private TrainingCompute() {}

    /**
     * GPU-hours of all epochs.
     *
     * @param tokens tokens of all epochs
     * @param images images of all epochs
     * @param adapter how what is learned is stored; null counts as an adapter
     * @return empty, with a warning, if the model's size or the GPU's peak is not known
     */
    static Optional<Quantity> gpuHours(
            Offering offering, Range tokens, BigDecimal images, String adapter, GpuType gpu, Notes notes) {
        Parameters parameters = offering.parameters();
        Long perToken = parameters == null ? null : perToken(parameters);
        if (perToken == null || gpu.denseFlops() == null) {
            notes.warn(
                    WarningCode.TOKENS_UNKNOWN,
                    "The compute is not known: " + (perToken == null ? "the model's size" : "the peak of " + gpu.id())
                            + " is not. Give trainingHours.");
            return Optional.empty();
        }
        boolean full = FULL.equals(adapter);
        BigDecimal passes = BigDecimal.valueOf(full ? 6 : 4);
        BigDecimal tower = tower(offering, images, full, notes);
        Range operations =
                tokens.times(passes.multiply(BigDecimal.valueOf(perToken))).plus(Range.exactly(tower));
        BigDecimal utilization = utilization(perToken, adapter);
        Range hours = new Range(
                hours(operations.low(), gpu, BEST_UTILIZATION),
                hours(operations.expected(), gpu, utilization),
                hours(operations.high(), gpu, WORST_UTILIZATION));
        String words = "(" + passes + " x " + perToken + " parameters x " + Decimals.plain(tokens.expected())
                + " tokens" + (tower.signum() == 0 ? "" : " + " + Decimals.plain(tower) + " of the vision tower")
                + ") / (" + Decimals.plain(gpu.denseFlops()) + " x " + Decimals.plain(utilization) + " x 3600) = "
                + Decimals.plain(hours.expected());
        notes.assume(
                AssumptionCode.COMPUTE,
                Decimals.plain(utilization),
                "Utilization of the GPUs is taken as " + Decimals.plain(utilization)
                        + ", low and high as 0.45 and 0.1: an estimate from published timings. Time to load, evaluate and"
                        + " try again is not in it." + doubt("size of the model", parameters)
                        + doubt("peak of " + gpu.id(), gpu));
        return Optional.of(new Quantity(hours, words));
    }

    private static String doubt(String what, Fact fact) {
        if (fact.status() == FactStatus.STATED) {
            return "";
        }
        return " The " + what + " is " + (fact.status() == FactStatus.CONFLICT ? "disputed" : fact.status())
                + (fact.note() == null ? "" : ": " + fact.note()) + ".";
    }

    private static Long perToken(Parameters parameters) {
        if (parameters.active() != null) {
            return parameters.active();
        }
        return parameters.languageModel() != null ? parameters.languageModel() : parameters.total();
    }

    private static BigDecimal tower(Offering offering, BigDecimal images, boolean full, Notes notes) {
        if (images.signum() == 0) {
            return BigDecimal.ZERO;
        }
        VisionTower tower = offering.visionTower();
        if (tower == null || tower.gigaflopsPerCrop() == null) {
            notes.warn(
                    WarningCode.COMPUTE_PARTIAL,
                    "The compute of the model's vision tower is not known and not counted; it comes on top.");
            return BigDecimal.ZERO;
        }
        long crops = tower.mostCrops() == null ? 1 : tower.mostCrops();
        return tower.gigaflopsPerCrop()
                .multiply(GIGA)
                .multiply(BigDecimal.valueOf(crops))
                .multiply(images)
                .multiply(BigDecimal.valueOf(full ? 3 : 2));
    }

    private static BigDecimal utilization(long parameters, String adapter) {
        if (parameters < SMALL) {
            return SMALL_UTILIZATION;
        }
        return QUANTIZED.equals(adapter) ? QUANTIZED_UTILIZATION : USUAL_UTILIZATION;
    }

    private static BigDecimal hours(BigDecimal operations, GpuType gpu, BigDecimal utilization) {
        return operations.divide(gpu.denseFlops().multiply(utilization).multiply(SECONDS_OF_AN_HOUR), PRECISION);
    }
}

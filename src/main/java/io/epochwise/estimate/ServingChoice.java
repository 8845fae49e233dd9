package io.epochwise.estimate;

import io.epochwise.catalog.ServingMode;
import java.math.BigDecimal;

/**
 * How the tuned model is kept ready, where that is billed by time. Every part may be null. Those that size the GPUs for a workload,
 * from {@code throughputPerGpu} on, have a meaning only where there is one, and only where GPUs are billed.
 *
 * @param mode {@code gpu-hour} or {@code provisioned-throughput}; null for the only one of the two that is offered
 * @param variant the GPU or the commitment, as the prices name it; null for the plain price
 * @param units GPUs or units of throughput, from 1 to 10,000; null for as many GPUs as each month needs if it is known how many
 *     calls one answers, else for the fewest that can be had
 * @param hours hours they are kept, up to 1,000,000, idle ones included; null for a month of 730 hours
 * @param throughputPerGpu calls that a GPU answers in a second with as much to do as it can, above 0 and up to 1,000,000; null
 *     for what was measured of the model, if anything was
 * @param gpusPerReplica GPUs that hold one copy of the model, from 1 to 10,000; null for those of the measurement, or that the
 *     weights need
 * @param peakFactor calls a second at the peak for one on average, from 1 to 1,000; null for 1: calls come evenly
 * @param targetUtilization the part of what GPUs can answer that is planned with at the peak, above 0 and up to 1; null for 1
 * @param labor work of people in each month to keep the model running; null for none
 */
public record ServingChoice(
        ServingMode mode,
        String variant,
        Integer units,
        BigDecimal hours,
        BigDecimal throughputPerGpu,
        Integer gpusPerReplica,
        BigDecimal peakFactor,
        BigDecimal targetUtilization,
        Labor labor) {
    /** One of which nothing is said that depends on a workload. */
    public static ServingChoice of(ServingMode mode, String variant, Integer units, BigDecimal hours) {
        return new ServingChoice(mode, variant, units, hours, null, null, null, null, null);
    }

    ServingChoice with(ServingMode way, String kind) {
        return new ServingChoice(
                way, kind, units, hours, throughputPerGpu, gpusPerReplica, peakFactor, targetUtilization, labor);
    }
}

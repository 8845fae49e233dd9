package io.epochwise.estimate;

import io.epochwise.catalog.ServingThroughput;
import java.math.BigDecimal;

/**
 * One copy of a model on GPUs, and how much of it may be used.
 *
 * @param gpus GPUs that hold it, at least 1
 * @param throughputPerGpu calls that each of them answers in a second with as much to do as it can, above 0; null if not
 *     known
 * @param targetUtilization the part of that throughput that is planned with at the peak, above 0 and at most 1: below 1,
 *     since calls wait ever longer as a replica fills up
 */
public record Replica(long gpus, BigDecimal throughputPerGpu, BigDecimal targetUtilization) {
    /** @throws IllegalArgumentException if a part is out of its range */
    public Replica {
        boolean answersNothing = throughputPerGpu != null && throughputPerGpu.signum() <= 0;
        if (gpus < 1
                || answersNothing
                || targetUtilization.signum() <= 0
                || targetUtilization.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "no replica: " + gpus + " GPUs, " + throughputPerGpu + " calls a second, " + targetUtilization);
        }
    }

    /** One that answers as the catalog measured. */
    public static Replica measured(ServingThroughput row, BigDecimal targetUtilization) {
        return new Replica(row.gpusPerReplica(), row.requestsPerSecondPerGpu(), targetUtilization);
    }

    /** Calls that it answers in a second; null if not known. */
    BigDecimal throughput() {
        return throughputPerGpu == null ? null : throughputPerGpu.multiply(BigDecimal.valueOf(gpus));
    }
}

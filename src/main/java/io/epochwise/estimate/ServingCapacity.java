package io.epochwise.estimate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The copies of a model that a month needs at its peak, and how much of them is used: replicas = peak / (throughput of a
 * replica x target utilization), rounded up, and at least the one that has to be there for the first call. They are kept all
 * month, so what is not used on average is idle and costs all the same.
 *
 * @param averageRate calls a second on average
 * @param peakRate calls a second at the peak
 * @param replicas a whole number; null if the throughput is not known
 * @param gpus those of all replicas, a whole number; null if the throughput is not known
 * @param utilization the part of the throughput of all replicas that is used on average, from 0 to 1; null if that is not
 *     known
 * @param idleShare the part that is not used; null if that is not known
 */
public record ServingCapacity(
        BigDecimal averageRate,
        BigDecimal peakRate,
        BigDecimal replicas,
        BigDecimal gpus,
        BigDecimal utilization,
        BigDecimal idleShare) {
    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);
    private static final MathContext PRECISION = new MathContext(6, RoundingMode.HALF_EVEN);

    /** The capacity for a load. */
    public static ServingCapacity of(ServingLoad load, Replica replica) {
        BigDecimal seconds = load.hours().multiply(SECONDS_OF_AN_HOUR);
        BigDecimal peakCalls = load.calls().multiply(load.peakFactor());
        BigDecimal average = load.calls().divide(seconds, PRECISION);
        BigDecimal peak = peakCalls.divide(seconds, PRECISION);
        if (replica.throughput() == null) {
            return new ServingCapacity(average, peak, null, null, null, null);
        }
        BigDecimal ofOneReplica = seconds.multiply(replica.throughput());
        BigDecimal replicas = peakCalls
                .divide(ofOneReplica.multiply(replica.targetUtilization()), 0, RoundingMode.CEILING)
                .max(BigDecimal.ONE);
        BigDecimal used = load.calls().divide(ofOneReplica.multiply(replicas), PRECISION);
        return new ServingCapacity(
                average,
                peak,
                replicas,
                replicas.multiply(BigDecimal.valueOf(replica.gpus())),
                used,
                BigDecimal.ONE.subtract(used));
    }
}

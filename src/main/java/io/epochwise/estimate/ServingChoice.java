package io.epochwise.estimate;

import io.epochwise.catalog.ServingMode;
import java.math.BigDecimal;

/**
 * How the tuned model is kept ready, where that is billed by time. Every part may be null.
 *
 * @param mode {@code gpu-hour} or {@code provisioned-throughput}; null for the only one of the two that is offered
 * @param variant the GPU or the commitment, as the prices name it; null for the plain price
 * @param units GPUs or units of throughput, from 1 to 10,000; null for the fewest that can be had
 * @param hours hours they are kept, up to 1,000,000, idle ones included; null for a month of 730 hours
 */
public record ServingChoice(ServingMode mode, String variant, Integer units, BigDecimal hours) {}

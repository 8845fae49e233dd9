package io.epochwise.estimate;

import java.math.BigDecimal;

/**
 * Work of people that the caller reckons with: own infrastructure demands expertise that a hosted service does not.
 *
 * @param hours up to 1,000,000
 * @param hourlyRate of an hour, in the currency of the offering's prices
 */
public record Labor(BigDecimal hours, BigDecimal hourlyRate) {}

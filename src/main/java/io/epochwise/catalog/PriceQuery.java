package io.epochwise.catalog;

import java.time.LocalDate;

/**
 * Which price is asked for.
 *
 * @param meter what is charged for
 * @param tier the price class; null for the offering's default
 * @param region the region in the provider's spelling; null if not said
 * @param variant as in {@link Price#variant()}; null for the plain price
 * @param asOf the day
 */
public record PriceQuery(Meter meter, String tier, String region, String variant, LocalDate asOf) {}

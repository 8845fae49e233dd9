package io.epochwise.catalog;

import java.time.LocalDate;

/**
 * Which price is asked for.
 *
 * @param meter what is charged for
 * @param tier the price class; null for the offering's default
 * @param region the region in the provider's spelling; null if not said
 * @param method how the model is tuned; null where that does not matter
 * @param variant as in {@link Price#variant()}; null for the plain price
 * @param asOf the day
 * @param inputTokens input tokens of the request, which long-context prices depend on; 0 for the usual price
 */
public record PriceQuery(
        Meter meter, String tier, String region, Method method, String variant, LocalDate asOf, long inputTokens) {
    /** The usual price, that of a short context. */
    public PriceQuery(Meter meter, String tier, String region, Method method, String variant, LocalDate asOf) {
        this(meter, tier, region, method, variant, asOf, 0);
    }

    /** A price that does not depend on how a model is tuned. */
    public PriceQuery(Meter meter, String tier, String region, String variant, LocalDate asOf) {
        this(meter, tier, region, null, variant, asOf);
    }
}

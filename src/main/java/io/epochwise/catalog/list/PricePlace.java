package io.epochwise.catalog.list;

import io.epochwise.catalog.Meter;

/**
 * What of a model a price is for.
 *
 * @param meter what is charged for
 * @param tier the price class; null for the offering's default
 * @param region the region, without hyphens as in the catalog; null for all
 * @param fromInputTokens input tokens of a request from which the price holds; null for the usual one
 */
record PricePlace(Meter meter, String tier, String region, Long fromInputTokens) {
    static PricePlace of(Meter meter) {
        return new PricePlace(meter, null, null, null);
    }

    PricePlace with(Meter other) {
        return new PricePlace(other, tier, region, fromInputTokens);
    }

    /** @param tokens the most input tokens of a request that the usual price is for, as all lists say it */
    PricePlace above(long tokens) {
        return new PricePlace(meter, tier, region, tokens + 1);
    }
}

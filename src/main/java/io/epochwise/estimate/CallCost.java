package io.epochwise.estimate;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a call costs in one case: its tokens by class at their prices, less what the prompt cache saves.
 *
 * @param tokens by class, before any is cached
 * @param prices of one token by class, uncached; the mean of those in batches and outside by the part of each. Zero where the
 *     model is served by time
 * @param cacheSaving what the call costs less because a part of its calls reads a prefix from the cache; negative if writing
 *     to the cache costs more than reading from it saves
 * @param total what the call costs
 */
public record CallCost(
        Map<TokenClass, BigDecimal> tokens,
        Map<TokenClass, BigDecimal> prices,
        BigDecimal cacheSaving,
        BigDecimal total) {
    /** Copies the maps. */
    public CallCost {
        tokens = Collections.unmodifiableMap(new EnumMap<>(tokens));
        prices = Collections.unmodifiableMap(new EnumMap<>(prices));
    }

    /** The cost of tokens at prices, less what the cache saves. */
    static CallCost of(Map<TokenClass, BigDecimal> tokens, Map<TokenClass, BigDecimal> prices, BigDecimal cacheSaving) {
        return new CallCost(
                tokens, prices, cacheSaving, uncached(tokens, prices).subtract(cacheSaving));
    }

    /** What tokens cost of which none is cached. */
    static BigDecimal uncached(Map<TokenClass, BigDecimal> tokens, Map<TokenClass, BigDecimal> prices) {
        BigDecimal cost = BigDecimal.ZERO;
        for (Map.Entry<TokenClass, BigDecimal> kind : tokens.entrySet()) {
            cost = cost.add(kind.getValue().multiply(prices.get(kind.getKey())));
        }
        return cost;
    }

    /** A call of which a part costs the same tokens at other prices. */
    CallCost mixedWith(CallCost other, BigDecimal part) {
        BigDecimal rest = BigDecimal.ONE.subtract(part);
        Map<TokenClass, BigDecimal> mixed = new EnumMap<>(TokenClass.class);
        prices.forEach((kind, price) ->
                mixed.put(kind, price.multiply(rest).add(other.prices.get(kind).multiply(part))));
        return CallCost.of(tokens, mixed, cacheSaving.multiply(rest).add(other.cacheSaving.multiply(part)));
    }
}

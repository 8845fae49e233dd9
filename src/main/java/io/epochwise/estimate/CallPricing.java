package io.epochwise.estimate;

import io.epochwise.catalog.Meter;
import io.epochwise.money.Bound;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The prices of one token, of calls in batches or outside. */
record CallPricing(Range input, Range cached, Range write, Range output) {
    private static final Range ONE = Range.exactly(1);

    /** Where tokens are not billed. */
    static final CallPricing FREE = new CallPricing(Range.ZERO, Range.ZERO, Range.ZERO, Range.ZERO);

    /**
     * The prices that a call needs.
     *
     * @return empty if one of them is not known
     */
    static Optional<CallPricing> of(
            InferenceMeters meters, CallRange call, CachedPrefix prefix, Function<Meter, Optional<UnitPrice>> prices) {
        boolean reads = prefix.tokens(call.high()) > 0;
        Optional<Range> input = price(call.input().high() > 0, Optional.of(meters.input()), prices);
        Optional<Range> cached = price(reads, meters.cached(), prices);
        Optional<Range> write = price(reads && prefix.written(), meters.write(), prices);
        Optional<Range> output = price(call.high().output() > 0, Optional.of(meters.of(TokenClass.OUTPUT)), prices);
        return input.isPresent() && cached.isPresent() && write.isPresent() && output.isPresent()
                ? Optional.of(new CallPricing(input.get(), cached.get(), write.get(), output.get()))
                : Optional.empty();
    }

    private static Optional<Range> price(
            boolean needed, Optional<Meter> meter, Function<Meter, Optional<UnitPrice>> prices) {
        return needed ? meter.flatMap(prices).map(known -> known.cost(ONE)) : Optional.of(Range.ZERO);
    }

    /**
     * What a call costs in each case.
     *
     * @param sure whether the prefix certainly is cached; if not, it is not in the highest case
     */
    CallCosts costs(CallRange call, CachedPrefix prefix, boolean sure) {
        return new CallCosts(
                cost(call.low(), prefix, Bound.LOW),
                cost(call.expected(), prefix, Bound.EXPECTED),
                cost(call.high(), sure ? prefix : CachedPrefix.NONE, Bound.HIGH));
    }

    private CallCost cost(CallTokens call, CachedPrefix prefix, Bound bound) {
        Map<TokenClass, BigDecimal> tokens = new EnumMap<>(TokenClass.class);
        Map<TokenClass, BigDecimal> prices = new EnumMap<>(TokenClass.class);
        call.classes(CachedPrefix.NONE).forEach((kind, part) -> {
            tokens.put(kind, part.tokens());
            prices.put(kind, bound.of(price(kind)));
        });
        BigDecimal cost = BigDecimal.ZERO;
        for (Map.Entry<TokenClass, CallTokens.Part> part : call.classes(prefix).entrySet()) {
            cost = cost.add(part.getValue().tokens().multiply(prices.get(part.getKey())));
        }
        return CallCost.of(tokens, prices, CallCost.uncached(tokens, prices).subtract(cost));
    }

    private Range price(TokenClass kind) {
        return switch (kind) {
            case OUTPUT -> output;
            case CACHED_INPUT -> cached;
            case CACHE_WRITE -> write;
            case STATIC_PROMPT, FEW_SHOT_TEXT, FEW_SHOT_IMAGES, VARIABLE_PROMPT, IMAGES, OVERHEAD -> input;
        };
    }
}

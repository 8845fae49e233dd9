package io.epochwise.estimate;

import io.epochwise.catalog.Meter;
import io.epochwise.money.Range;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The prices of one token, of calls in batches or outside. */
record CallPricing(Range input, Range cached, Range write, Range output) {
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
        return needed ? meter.flatMap(prices).map(CallPricing::ofOne) : Optional.of(Range.ZERO);
    }

    private static Range ofOne(UnitPrice price) {
        return new Range(
                new Rate(price.price().low(), price.per()).cost(BigDecimal.ONE),
                new Rate(price.price().expected(), price.per()).cost(BigDecimal.ONE),
                new Rate(price.price().high(), price.per()).cost(BigDecimal.ONE));
    }

    /**
     * What a call costs in each case.
     *
     * @param sure whether the prefix certainly is cached; if not, it is not in the highest case
     */
    CallCosts costs(CallRange call, CachedPrefix prefix, boolean sure) {
        return new CallCosts(
                at(Range::low).cost(call.low(), prefix),
                at(Range::expected).cost(call.expected(), prefix),
                at(Range::high).cost(call.high(), sure ? prefix : CachedPrefix.NONE));
    }

    private CallPricing at(Function<Range, BigDecimal> bound) {
        return new CallPricing(
                Range.exactly(bound.apply(input)),
                Range.exactly(bound.apply(cached)),
                Range.exactly(bound.apply(write)),
                Range.exactly(bound.apply(output)));
    }

    /** What a call costs at the expected prices. */
    CallCost cost(CallTokens call, CachedPrefix prefix) {
        Map<TokenClass, BigDecimal> tokens = new EnumMap<>(TokenClass.class);
        Map<TokenClass, BigDecimal> prices = new EnumMap<>(TokenClass.class);
        BigDecimal uncached = BigDecimal.ZERO;
        for (Map.Entry<TokenClass, CallTokens.Part> part :
                call.classes(CachedPrefix.NONE).entrySet()) {
            TokenClass kind = part.getKey();
            tokens.put(kind, part.getValue().tokens());
            prices.put(kind, price(kind));
            uncached = uncached.add(part.getValue().tokens().multiply(price(kind)));
        }
        BigDecimal cost = BigDecimal.ZERO;
        for (Map.Entry<TokenClass, CallTokens.Part> part : call.classes(prefix).entrySet()) {
            cost = cost.add(part.getValue().tokens().multiply(price(part.getKey())));
        }
        return new CallCost(tokens, prices, uncached.subtract(cost));
    }

    private BigDecimal price(TokenClass kind) {
        return switch (kind) {
            case OUTPUT -> output.expected();
            case CACHED_INPUT -> cached.expected();
            case CACHE_WRITE -> write.expected();
            case STATIC_PROMPT, FEW_SHOT_TEXT, FEW_SHOT_IMAGES, VARIABLE_PROMPT, IMAGES, OVERHEAD -> input.expected();
        };
    }
}

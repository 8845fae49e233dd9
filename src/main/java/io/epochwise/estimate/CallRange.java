package io.epochwise.estimate;

import io.epochwise.money.Range;
import io.epochwise.token.TokenRange;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** The tokens of one call, where those of images or of packaging are not known exactly: at least, expected, at most. */
record CallRange(CallTokens low, CallTokens expected, CallTokens high) {
    /**
     * The tokens of a class.
     *
     * @param words how the expected ones come about
     */
    record Part(Range tokens, Supplier<String> words) {}

    /** All tokens the model reads. */
    TokenRange input() {
        return new TokenRange(low.input(), expected.input(), high.input());
    }

    /**
     * The classes of the expected call, each with the least and the most that the three calls have of it.
     *
     * @param prefix what is cached
     * @param sure whether it certainly is; if not, that nothing is cached is among the bounds
     */
    Map<TokenClass, Part> classes(CachedPrefix prefix, boolean sure) {
        Map<TokenClass, CallTokens.Part> least = low.classes(prefix);
        Map<TokenClass, CallTokens.Part> most = high.classes(prefix);
        Map<TokenClass, CallTokens.Part> uncached = expected.classes(sure ? prefix : CachedPrefix.NONE);
        Map<TokenClass, Part> parts = new EnumMap<>(TokenClass.class);
        expected.classes(prefix).forEach((kind, part) -> {
            BigDecimal one = least.get(kind).tokens();
            BigDecimal other = most.get(kind).tokens();
            BigDecimal third = uncached.get(kind).tokens();
            parts.put(
                    kind,
                    new Part(
                            new Range(
                                    part.tokens().min(one).min(other).min(third),
                                    part.tokens(),
                                    part.tokens().max(one).max(other).max(third)),
                            part.words()));
        });
        return parts;
    }
}

package io.epochwise.estimate;

import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The tokens of one call by what they are for, before any is cached.
 *
 * @param fewShotText of all examples
 * @param fewShotImages of all examples
 * @param images those beside examples
 * @param overhead what the packaging of messages counts
 */
record CallTokens(
        long staticPrompt,
        long fewShotText,
        long fewShotImages,
        long variablePrompt,
        long images,
        long overhead,
        long output) {

    /**
     * The tokens of a class.
     *
     * @param tokens with decimals where a part of calls finds its prefix cached
     * @param words how they come about
     */
    record Part(BigDecimal tokens, Supplier<String> words) {}

    /** All tokens the model reads, cached or not. */
    long input() {
        return staticPrompt + fewShotText + fewShotImages + variablePrompt + images + overhead;
    }

    /** The disjoint classes of an average call, of which a prefix may be cached; they add up to all its tokens. */
    Map<TokenClass, Part> classes(CachedPrefix prefix) {
        long cached = prefix.tokens(this);
        long ofStatic = Math.min(cached, staticPrompt);
        long ofText = Math.min(cached - ofStatic, fewShotText);
        long ofImages = cached - ofStatic - ofText;
        Map<TokenClass, Part> parts = new EnumMap<>(TokenClass.class);
        parts.put(TokenClass.STATIC_PROMPT, rest(staticPrompt, ofStatic, prefix));
        parts.put(TokenClass.FEW_SHOT_TEXT, rest(fewShotText, ofText, prefix));
        parts.put(TokenClass.FEW_SHOT_IMAGES, rest(fewShotImages, ofImages, prefix));
        parts.put(TokenClass.VARIABLE_PROMPT, whole(variablePrompt));
        parts.put(TokenClass.IMAGES, whole(images));
        parts.put(TokenClass.OVERHEAD, whole(overhead));
        BigDecimal read = BigDecimal.valueOf(cached).multiply(prefix.hitRate());
        parts.put(
                TokenClass.CACHED_INPUT,
                new Part(read, () -> "(" + cached + " x " + Decimals.plain(prefix.hitRate()) + ")"));
        BigDecimal misses = BigDecimal.valueOf(cached).subtract(read);
        parts.put(
                TokenClass.CACHE_WRITE,
                prefix.written()
                        ? new Part(misses, () -> "(" + cached + " x (1 - " + Decimals.plain(prefix.hitRate()) + "))")
                        : whole(0));
        parts.put(TokenClass.OUTPUT, whole(output));
        return parts;
    }

    private static Part rest(long tokens, long cached, CachedPrefix prefix) {
        if (cached == 0) {
            return whole(tokens);
        }
        return new Part(
                BigDecimal.valueOf(tokens).subtract(prefix.taken(cached)),
                () -> "(" + tokens + " - " + prefix.takenWords(cached) + ")");
    }

    private static Part whole(long tokens) {
        return new Part(BigDecimal.valueOf(tokens), () -> Long.toString(tokens));
    }
}

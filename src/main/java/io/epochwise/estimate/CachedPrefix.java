package io.epochwise.estimate;

import io.epochwise.catalog.Offering;
import io.epochwise.catalog.PromptCaching;
import io.epochwise.dataset.Severity;
import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much of a prompt's beginning is cached: the static prompt, then the text of examples and, if the provider caches
 * images, their images; in whole steps, and nothing at all below the provider's least.
 *
 * @param minimum the shortest prefix that is cached
 * @param increment the step in which prefixes grow; 1 for none
 * @param images whether images of examples belong to it
 * @param hitRate the part of calls that find it cached, from 0 to 1
 * @param written whether what is not found is written at a price of its own
 */
record CachedPrefix(long minimum, long increment, boolean images, BigDecimal hitRate, boolean written) {
    /** Nothing is cached. */
    static final CachedPrefix NONE = new CachedPrefix(0, 1, false, BigDecimal.ZERO, false);

    /**
     * What an offering caches.
     *
     * @param tuned whether a tuned model is called
     * @param hitRate as asked for; above 0
     * @param written whether writing has a price of its own
     * @return empty, with a warning, if nothing is cached or no source says that anything is
     */
    static Optional<CachedPrefix> of(
            Offering offering, boolean tuned, BigDecimal hitRate, boolean written, Notes notes) {
        PromptCaching caching = offering.promptCaching();
        if (caching == null) {
            return none(
                    notes,
                    Severity.WARNING,
                    "No source says how " + offering.id() + " caches prompts, so nothing is taken to be cached.");
        }
        if (tuned && caching.tunedModels() == null) {
            return none(
                    notes,
                    Severity.WARNING,
                    "No source says whether prompts of tuned models are cached, so nothing is taken to be. "
                            + caching.source());
        }
        if (tuned && !caching.tunedModels()) {
            return none(notes, Severity.INFO, "Prompts of tuned models are not cached. " + caching.source());
        }
        if (caching.minimumPrefixTokens() == null) {
            notes.assume(
                    AssumptionCode.CACHE_MINIMUM_UNKNOWN,
                    null,
                    "The shortest prefix that is cached is not known: expected is that this one is cached, low and high"
                            + " hold that it is not. " + caching.source());
        }
        return Optional.of(new CachedPrefix(
                caching.minimumPrefixTokens() == null ? 0 : caching.minimumPrefixTokens(),
                caching.incrementTokens() == null ? 1 : caching.incrementTokens(),
                Boolean.TRUE.equals(caching.images()),
                hitRate,
                written));
    }

    private static Optional<CachedPrefix> none(Notes notes, Severity severity, String why) {
        notes.warn(WarningCode.NOTHING_CACHED, severity, why);
        return Optional.empty();
    }

    /** The tokens of a call that can be cached, before rounding down. */
    long cacheable(CallTokens call) {
        return call.staticPrompt() + call.fewShotText() + (images ? call.fewShotImages() : 0);
    }

    /** The tokens of a call that are cached: read by the hits, and written, or sent again, by the rest. */
    long tokens(CallTokens call) {
        long cacheable = cacheable(call);
        return hitRate.signum() == 0 || cacheable < minimum ? 0 : cacheable - cacheable % increment;
    }

    /** What a call loses of tokens that are cached: those the hits read, or all where the rest is written. */
    BigDecimal taken(long cached) {
        BigDecimal tokens = BigDecimal.valueOf(cached);
        return written ? tokens : tokens.multiply(hitRate);
    }

    /** The same in words. */
    String takenWords(long cached) {
        return written ? Long.toString(cached) : cached + " x " + Decimals.plain(hitRate);
    }
}

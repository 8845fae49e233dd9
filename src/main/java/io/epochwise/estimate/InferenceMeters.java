package io.epochwise.estimate;

import io.epochwise.catalog.Meter;
import java.util.Optional;

/** Which meter charges for which tokens. */
enum InferenceMeters {
    BASE(Meter.INPUT, Meter.CACHED_INPUT, Meter.CACHE_WRITE, Meter.OUTPUT),
    BASE_BATCH(Meter.BATCH_INPUT, Meter.BATCH_CACHED_INPUT, Meter.BATCH_CACHE_WRITE, Meter.BATCH_OUTPUT),
    /** No provider has a price of its own for writing prompts of tuned models to the cache. */
    TUNED(Meter.TUNED_INPUT, Meter.TUNED_CACHED_INPUT, null, Meter.TUNED_OUTPUT),
    /** No provider is known to cache prompts of tuned models in batches. */
    TUNED_BATCH(Meter.TUNED_BATCH_INPUT, null, null, Meter.TUNED_BATCH_OUTPUT);

    private final Meter input;
    private final Meter cached;
    private final Meter write;
    private final Meter output;

    InferenceMeters(Meter input, Meter cached, Meter write, Meter output) {
        this.input = input;
        this.cached = cached;
        this.write = write;
        this.output = output;
    }

    static InferenceMeters of(boolean tuned, boolean batch) {
        if (tuned) {
            return batch ? TUNED_BATCH : TUNED;
        }
        return batch ? BASE_BATCH : BASE;
    }

    Meter input() {
        return input;
    }

    /** Reading from the cache; empty if there is no such meter. */
    Optional<Meter> cached() {
        return Optional.ofNullable(cached);
    }

    /** Writing to the cache; empty if there is no such meter. */
    Optional<Meter> write() {
        return Optional.ofNullable(write);
    }

    Meter of(TokenClass kind) {
        return switch (kind) {
            case OUTPUT -> output;
            case CACHED_INPUT -> cached;
            case CACHE_WRITE -> write;
            case STATIC_PROMPT, FEW_SHOT_TEXT, FEW_SHOT_IMAGES, VARIABLE_PROMPT, IMAGES, OVERHEAD -> input;
        };
    }
}

package io.epochwise.estimate;

/** What the tokens of a call are for. A token is in one class alone; all but {@link #OUTPUT} are input. */
public enum TokenClass {
    STATIC_PROMPT(LineCode.INFERENCE_STATIC_PROMPT, LineCode.INFERENCE_STATIC_PROMPT_BATCH),
    FEW_SHOT_TEXT(LineCode.INFERENCE_FEW_SHOT_TEXT, LineCode.INFERENCE_FEW_SHOT_TEXT_BATCH),
    FEW_SHOT_IMAGES(LineCode.INFERENCE_FEW_SHOT_IMAGES, LineCode.INFERENCE_FEW_SHOT_IMAGES_BATCH),
    VARIABLE_PROMPT(LineCode.INFERENCE_VARIABLE_PROMPT, LineCode.INFERENCE_VARIABLE_PROMPT_BATCH),
    IMAGES(LineCode.INFERENCE_IMAGES, LineCode.INFERENCE_IMAGES_BATCH),
    OVERHEAD(LineCode.INFERENCE_OVERHEAD, LineCode.INFERENCE_OVERHEAD_BATCH),
    /** What of the static prompt and of examples is read from the cache. */
    CACHED_INPUT(LineCode.INFERENCE_CACHED_INPUT, LineCode.INFERENCE_CACHED_INPUT_BATCH),
    /** What of the static prompt and of examples is written to the cache, where that has a price of its own. */
    CACHE_WRITE(LineCode.INFERENCE_CACHE_WRITE, LineCode.INFERENCE_CACHE_WRITE_BATCH),
    OUTPUT(LineCode.INFERENCE_OUTPUT, LineCode.INFERENCE_OUTPUT_BATCH);

    private final LineCode line;
    private final LineCode batchLine;

    TokenClass(LineCode line, LineCode batchLine) {
        this.line = line;
        this.batchLine = batchLine;
    }

    /** The line that charges for it, in batches or outside. */
    LineCode line(boolean batch) {
        return batch ? batchLine : line;
    }
}

package io.epochwise.estimate;

import java.math.BigDecimal;

/**
 * Kinds of training that reach the peak of GPUs to a like part: operations of the model / (GPUs x peak x seconds), without
 * credit for recomputation. Derived from published timings, nearly all of A100s; see the tests for the runs.
 */
enum Regime {
    /** LLaVA-1.5 7B 26.8 % and 13B 25.8 %, Phi-3-vision 26.2 % in full and 24.4 % with LoRA. */
    USUAL("0.25", "0.24", "0.31", "models of 4 billion parameters and more"),
    /** Phi-3-vision 21.3 %. */
    QUANTIZED("0.21", "0.21", "0.22", "quantized weights"),
    /** LLaVA-1.5 7B 30.2 % and 13B 36.7 %; expected is the middle. */
    PROJECTOR("0.33", "0.30", "0.37", "a projector alone"),
    /** Language models of 3B or less within a model with vision, on 8 A100. */
    SMALL("0.15", "0.15", "0.16", "language models of 3 billion parameters or less"),
    SMALL_PROJECTOR("0.095", "0.09", "0.10", "a projector alone to a language model of 3 billion parameters or less"),
    /** Llama-3.2-3B on one A100, 55.5 %. */
    PACKED("0.55", "0.55", "0.56", "packed sequences and a compiled model, a 3B text model on one GPU"),
    PACKED_ADAPTER(
            "0.34", "0.34", "0.34", "packed sequences and a compiled model, a 3B text model with LoRA on one GPU"),
    PACKED_QUANTIZED(
            "0.33", "0.33", "0.33", "packed sequences and a compiled model, a 3B text model with QLoRA on one GPU"),
    /** Llama-3.2-3B on one A100; not measured for larger models. */
    UNPACKED("0.13", "0.13", "0.13", "examples that are not packed, a 3B text model on one GPU"),
    /** CLIP from scratch on 128 to 400 A100. */
    CONTRASTIVE("0.12", "0.11", "0.16", "contrastive training of CLIP from scratch on 128 to 400 GPUs");

    /** A published size of 3B is up to this; nothing is published between it and 4B. */
    private static final long SMALL_PARAMETERS = 3_500_000_000L;

    private final BigDecimal expected;
    private final BigDecimal low;
    private final BigDecimal high;
    private final String words;

    Regime(String expected, String low, String high, String words) {
        this.expected = new BigDecimal(expected);
        this.low = new BigDecimal(low);
        this.high = new BigDecimal(high);
        this.words = words;
    }

    /**
     * The kind that a training is of.
     *
     * @param parameters those of the language model that run for a token
     * @param packing whether sequences are packed and the model is compiled; null if not said
     */
    static Regime of(long parameters, TrainedParts trained, Boolean packing) {
        boolean small = parameters <= SMALL_PARAMETERS;
        if (Boolean.TRUE.equals(packing)) {
            if (trained.quantized()) {
                return PACKED_QUANTIZED;
            }
            return trained.trainsLanguageModel() ? PACKED : PACKED_ADAPTER;
        }
        if (trained.projectorOnly()) {
            return small ? SMALL_PROJECTOR : PROJECTOR;
        }
        if (small) {
            return Boolean.FALSE.equals(packing) ? UNPACKED : SMALL;
        }
        return trained.quantized() ? QUANTIZED : USUAL;
    }

    BigDecimal expected() {
        return expected;
    }

    /** The least that was published. */
    BigDecimal low() {
        return low;
    }

    /** The most that was published. */
    BigDecimal high() {
        return high;
    }

    /** What was run. */
    String words() {
        return words;
    }
}

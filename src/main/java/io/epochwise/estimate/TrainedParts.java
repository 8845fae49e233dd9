package io.epochwise.estimate;

import java.util.List;

/**
 * How often training passes through the parts of a model, in forward passes: 3 where the weights of a part change (1 forward
 * and 2 backward, GitHub hiyouga/LLaMA-Factory, scripts/stat_utils/cal_mfu.py), 2 where gradients only flow through it, as
 * to adapters or to a projector below it, and 1 where nothing below it is trained (derived). Phi-3-vision ran 1.40 times as
 * fast with LoRA as in full, where 3 to 2 allows 1.5.
 *
 * @param adapter how what is learned is stored: {@code full}, or an adapter; null counts as one
 * @param frozen what stays as it is
 */
record TrainedParts(String adapter, List<FrozenPart> frozen) {
    private static final String FULL = "full";
    private static final String QUANTIZED = "qlora";
    private static final int ALL = 3;
    private static final int THROUGH = 2;
    private static final int FORWARD = 1;

    /** Whether all weights change, but for those of frozen parts. */
    boolean full() {
        return FULL.equals(adapter);
    }

    /** Whether the weights that stay are held in few bits. */
    boolean quantized() {
        return QUANTIZED.equals(adapter);
    }

    boolean languageModelFrozen() {
        return frozen.contains(FrozenPart.LANGUAGE_MODEL);
    }

    /** Whether the weights of the language model change. */
    boolean trainsLanguageModel() {
        return full() && !languageModelFrozen();
    }

    /** Whether only what connects encoder and language model is trained. */
    boolean projectorOnly() {
        return languageModelFrozen() && frozen.contains(FrozenPart.VISION_TOWER);
    }

    /** Through the language model: gradients flow through a frozen one to what feeds it. */
    int languageModelPasses() {
        return trainsLanguageModel() ? ALL : THROUGH;
    }

    /** Through the encoder of images, which nothing trainable feeds. */
    int visionTowerPasses() {
        return passes(FrozenPart.VISION_TOWER);
    }

    /** Through the encoder of texts of a model trained by contrast, which nothing trainable feeds. */
    int textTowerPasses() {
        return passes(FrozenPart.LANGUAGE_MODEL);
    }

    private int passes(FrozenPart part) {
        if (frozen.contains(part)) {
            return FORWARD;
        }
        return full() ? ALL : THROUGH;
    }
}

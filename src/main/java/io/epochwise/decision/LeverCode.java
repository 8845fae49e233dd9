package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/** What can be done to pay less. */
public enum LeverCode {
    /** Ask for the detail low on images. */
    LOW_DETAIL(LeverTrade.ACCURACY),
    /** Shrink images to the next size of which fewer tokens are counted. */
    RESIZE_TO_TILE_BOUNDARY(LeverTrade.ACCURACY),
    /** Put the questions of one image into one conversation of the training. */
    PACK_QUESTIONS(LeverTrade.ACCURACY),
    /** Train for one epoch less. */
    FEWER_EPOCHS(LeverTrade.ACCURACY),
    /** Train on a tenth of the examples less. */
    FEWER_EXAMPLES(LeverTrade.ACCURACY),
    /** Leave the validation examples to be measured by oneself. */
    DROP_VALIDATION(LeverTrade.EVIDENCE),
    /** Store what is learned in another way. */
    OTHER_ADAPTER(LeverTrade.ACCURACY),
    /** Train on other GPUs. */
    OTHER_GPU(LeverTrade.TIME),
    /** Another price class of the provider. */
    OTHER_TIER(LeverTrade.TERMS),
    /** Make all calls in batches. */
    BATCH(LeverTrade.TIME),
    /** Let every call find its prefix in the provider's cache. */
    CACHE_PREFIX(LeverTrade.NOTHING),
    /** Show the images of few-shot examples no more. */
    DROP_FEW_SHOT_IMAGES(LeverTrade.ACCURACY),
    /** Show no few-shot examples. */
    DROP_FEW_SHOT_EXAMPLES(LeverTrade.ACCURACY);

    private final LeverTrade trade;

    LeverCode(LeverTrade trade) {
        this.trade = trade;
    }

    /** What is given for it. */
    LeverTrade trade() {
        return trade;
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

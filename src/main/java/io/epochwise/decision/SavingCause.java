package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/** Why a tuned model costs less than the baseline, or more. Together they are all of the difference. */
public enum SavingCause {
    /** Instructions that need not be sent any more, at the baseline's prices and calls. */
    SHORTER_STATIC_PROMPT("Fewer tokens of the static prompt, at the baseline's prices"),
    FEWER_FEW_SHOT_TOKENS("Fewer tokens of text in few-shot examples, at the baseline's prices"),
    FEWER_FEW_SHOT_IMAGES("Fewer tokens of images in few-shot examples, at the baseline's prices"),
    /** Variable prompt, images, packaging and output. */
    OTHER_TOKENS("Other tokens of prompt and answer, at the baseline's prices"),
    FIRST_PASS_ACCURACY("Fewer calls for a request, and fewer requests that are never answered"),
    PRICE_DIFFERENCE("Other prices of the tuned model's tokens, and another part of them in batches"),
    CACHE_LOSS("What the prompt cache saves the tuned model, less what it saved the baseline"),
    HOSTING("What is billed by time: serving, hosting, storage"),
    RETRAINING("Making the job and its evaluation again");

    private final String meaning;

    SavingCause(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, in words. */
    public String meaning() {
        return meaning;
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.estimate;

/** What a line charges for. Codes are stable; the texts may improve. */
public enum LineCode {
    TRAINING_TOKENS("training.tokens", "Training: tokens of the dataset x epochs"),
    TRAINING_VALIDATION_TOKENS("training.validation-tokens", "Training: tokens of the validation file, once an epoch"),
    TRAINING_FREE_TOKENS("training.free-tokens", "Training: tokens free by a promotion"),
    TRAINING_HOURS("training.hours", "Training: wall-clock time of the training loop"),
    HOSTING("hosting", "Keeping the tuned model deployed, used or not");

    private final String code;
    private final String description;

    LineCode(String code, String description) {
        this.code = code;
        this.description = description;
    }

    /** What is charged, in words. */
    public String description() {
        return description;
    }

    /** The code outside the program: {@code training.tokens}. */
    @Override
    public String toString() {
        return code;
    }
}

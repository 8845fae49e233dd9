package io.epochwise.dataset;

/**
 * How many epochs a job runs where none are set: OpenAI's cookbook estimate (OA-CB-PREP). The rule that providers really
 * use is not published and differs by provider and date.
 */
public final class DefaultEpochs {
    private static final int TARGET_EPOCHS = 3;
    private static final int MIN_EXAMPLE_PASSES = 100;
    private static final int MAX_EXAMPLE_PASSES = 25_000;
    private static final int MIN_EPOCHS = 1;
    private static final int MAX_EPOCHS = 25;

    private DefaultEpochs() {}

    /**
     * The epochs for a number of examples: 3, but up to 25 so that there are about 100 passes over examples, and down to
     * 1 so that there are at most 25,000.
     *
     * @param examples zero or more
     */
    public static int of(long examples) {
        if (examples <= 0) {
            return TARGET_EPOCHS;
        }
        if (examples < MIN_EXAMPLE_PASSES && examples * TARGET_EPOCHS < MIN_EXAMPLE_PASSES) {
            return (int) Math.min(MAX_EPOCHS, MIN_EXAMPLE_PASSES / examples);
        }
        if (examples > MAX_EXAMPLE_PASSES / TARGET_EPOCHS) {
            return (int) Math.max(MIN_EPOCHS, Math.min(TARGET_EPOCHS, MAX_EXAMPLE_PASSES / examples));
        }
        return TARGET_EPOCHS;
    }
}

package io.epochwise.estimate;

/**
 * The GPUs that train an open model. Every part may be null.
 *
 * @param gpu id of a kind of GPU, as the catalog has it; null for an A100 with 80 GB
 * @param provider who rents it out; null for all that are known
 * @param term {@code on-demand}, {@code spot}, …; null for on demand
 * @param gpus how many work at once, from 1 to 10,000; with {@code trainingHours} their time is billed for each; null for 1
 */
public record ComputeChoice(String gpu, String provider, String term, Integer gpus) {
    /** Nothing is said. */
    static final ComputeChoice UNKNOWN = new ComputeChoice(null, null, null, null);
}

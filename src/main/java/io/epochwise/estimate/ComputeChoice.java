package io.epochwise.estimate;

import java.math.BigDecimal;
import java.util.List;

/**
 * The GPUs that train an open model, and how they do it. Every part may be null.
 *
 * @param gpu id of a kind of GPU, as the catalog has it; null for an A100 with 80 GB
 * @param provider who rents it out; null for all that are known
 * @param term {@code on-demand}, {@code spot}, …; null for on demand
 * @param gpus how many work at once, from 1 to 10,000; with {@code trainingHours} their time is billed for each; null for
 *     the fewest that hold the training
 * @param gpusPerNode how many of them a machine has, from 1 to 1,000; null for 8
 * @param frozen what training leaves as it is; null for nothing
 * @param precision how the weights are held in memory, one of the catalog's memory rules for the adapter; null for the
 *     usual one
 * @param checkpointing whether all activations are computed again in the backward pass, which saves memory; null for as in
 *     the published runs
 * @param packing whether examples are packed into sequences of full length and the model is compiled; false for neither;
 *     null for as in the published runs
 * @param flashAttention false to do without flash attention; null for true
 * @param utilization the part of the GPUs' peak that the operations of the model reach, recomputation not counted, if it is
 *     known: above 0 and at most 1; null to estimate it
 */
public record ComputeChoice(
        String gpu,
        String provider,
        String term,
        Integer gpus,
        Integer gpusPerNode,
        List<FrozenPart> frozen,
        String precision,
        Boolean checkpointing,
        Boolean packing,
        Boolean flashAttention,
        BigDecimal utilization) {
    /** Nothing is said. */
    public static final ComputeChoice UNKNOWN = of(null, null, null, null);

    private static final int USUAL_GPUS_PER_NODE = 8;

    /** Copies the list, null as an empty one. */
    public ComputeChoice {
        frozen = frozen == null ? List.of() : List.copyOf(frozen);
    }

    /** GPUs of which nothing else is said. */
    public static ComputeChoice of(String gpu, String provider, String term, Integer gpus) {
        return new ComputeChoice(gpu, provider, term, gpus, null, null, null, null, null, null, null);
    }

    /** The same on another kind of GPU, as many as it takes. */
    public ComputeChoice on(String kind) {
        return new ComputeChoice(
                kind,
                provider,
                term,
                null,
                gpusPerNode,
                frozen,
                precision,
                checkpointing,
                packing,
                flashAttention,
                utilization);
    }

    /** How many GPUs a machine has. */
    int nodeSize() {
        return gpusPerNode == null ? USUAL_GPUS_PER_NODE : gpusPerNode;
    }
}

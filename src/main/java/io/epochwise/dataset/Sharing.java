package io.epochwise.dataset;

import java.util.concurrent.Executor;

/**
 * How the work on a file that is longer than a block is shared: one thread waits for its bytes, one reads its lines, others count the
 * lines of its blocks.
 *
 * @param executor runs what it is given at some time, on threads of its own; what it is given waits for nothing. Null: who reads a file
 *     also counts
 * @param readers runs what waits for the bytes of a file, one task a file, on threads of its own. Null: who reads the lines also waits
 * @param most blocks of one file that may be counted or wait for it, at least 1; a reader that is ahead of them waits
 * @param blockBytes bytes of a block, at least 3
 */
public record Sharing(Executor executor, Executor readers, int most, int blockBytes) {
    /** Large enough that handing it over costs nothing, small enough to stay near the processor. */
    private static final int USUAL_BLOCK = 1 << 18;

    /** Who reads a file also counts. */
    public static final Sharing NONE = new Sharing(null, null, 1, USUAL_BLOCK);

    /** @param threads how many threads the executor has, at least 1 */
    public static Sharing among(Executor executor, Executor readers, int threads) {
        return new Sharing(executor, readers, 2 * threads, USUAL_BLOCK);
    }
}

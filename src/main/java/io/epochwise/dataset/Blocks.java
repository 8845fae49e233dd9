package io.epochwise.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A file as full blocks; only the last may be shorter. Of a file that is longer than a block another thread may read the next blocks
 * while one is looked at. A block is used again, unless it is lent to somebody else: then when it was given back.
 */
final class Blocks implements LineScanner.Source, AutoCloseable {
    private static final int MOST_AHEAD = 2;
    private static final int PATIENCE_SECONDS = 1;

    private final InputStream in;
    private final int size;
    private final Executor readers;
    private final Queue<byte[]> free = new ConcurrentLinkedQueue<>();
    private BlockingQueue<Block> ahead;
    private Block present;
    private boolean lent;
    private volatile boolean closed;

    /**
     * What was read.
     *
     * @param failure what came after it; null if nothing did
     */
    private record Block(byte[] bytes, int length, Throwable failure) {}

    /**
     * @param size bytes of a block, at least 3 so that a byte order mark lies in one
     * @param readers runs what waits for the rest of the file; null: it is read when it is asked for
     */
    Blocks(InputStream in, int size, Executor readers) {
        this.in = in;
        this.size = size;
        this.readers = readers;
    }

    @Override
    public LineScanner.Bytes next() throws IOException {
        if (present != null) {
            fail(present.failure());
            if (!full()) {
                return null;
            }
            if (!lent) {
                free.add(present.bytes());
            }
        }
        lent = false;
        present = ahead == null ? read() : taken();
        if (present.length() == 0) {
            fail(present.failure());
            return null;
        }
        if (ahead == null && readers != null && full()) {
            readAhead();
        }
        return new LineScanner.Bytes(present.bytes(), 0, present.length());
    }

    private static void fail(Throwable failure) throws IOException {
        if (failure instanceof IOException broken) {
            throw broken;
        }
        if (failure != null) {
            throw new IllegalStateException("reading ahead", failure);
        }
    }

    private void readAhead() {
        BlockingQueue<Block> queue = new ArrayBlockingQueue<>(MOST_AHEAD);
        try {
            readers.execute(() -> readOn(queue));
            ahead = queue;
        } catch (RejectedExecutionException e) {
            // then it is read when it is asked for
        }
    }

    private void readOn(BlockingQueue<Block> queue) {
        boolean more = true;
        while (more && !closed) {
            Block block;
            try {
                block = read();
            } catch (RuntimeException | Error e) {
                block = new Block(null, 0, e);
            }
            more = block.length() == size && block.failure() == null;
            try {
                while (!closed && !queue.offer(block, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    // until there is room
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closed = true;
            }
        }
    }

    private Block taken() throws IOException {
        try {
            Block next = null;
            while (next == null) {
                next = ahead.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (next == null && closed) {
                    throw new IOException("the reader was stopped");
                }
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for bytes", e);
        }
    }

    /** Reads a block; what was read before a failure is still good. */
    private Block read() {
        byte[] used = free.poll();
        byte[] bytes = used == null ? new byte[size] : used;
        int length = 0;
        try {
            while (length < size) {
                int read = in.read(bytes, length, size - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
        } catch (IOException e) {
            return new Block(bytes, length, e);
        }
        return new Block(bytes, length, null);
    }

    /** Bytes of a full block. */
    int size() {
        return size;
    }

    /** Whether the present block is full, so that there may be another. */
    boolean full() {
        return present.length() == size;
    }

    /** Leaves the present block as it is until it is given back. */
    void lend() {
        lent = true;
    }

    /** Takes a block back. */
    void giveBack(byte[] unused) {
        free.add(unused);
    }

    /** Nothing is asked for any more; whoever reads ahead stops with what is being read. */
    @Override
    public void close() {
        closed = true;
    }
}

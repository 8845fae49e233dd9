package io.epochwise.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A file as full blocks; only the last may be shorter. A block is used again for the next, unless it is lent to somebody else: then it is
 * used again when it was given back.
 */
final class Blocks implements LineScanner.Source {
    private final InputStream in;
    private final int size;
    private final Deque<byte[]> free = new ArrayDeque<>();
    private byte[] block;
    private boolean full;
    private boolean lent;
    private IOException failure;

    /** @param size bytes of a block, at least 3 so that a byte order mark lies in one */
    Blocks(InputStream in, int size) {
        this.in = in;
        this.size = size;
    }

    @Override
    public LineScanner.Bytes next() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (block == null || lent) {
            block = free.isEmpty() ? new byte[size] : free.pop();
            lent = false;
        }
        int length = fill();
        full = length == size;
        return length == 0 ? null : new LineScanner.Bytes(block, 0, length);
    }

    /** Fills the block; what was read before a failure is still good. */
    private int fill() throws IOException {
        int length = 0;
        try {
            while (length < size) {
                int read = in.read(block, length, size - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
        } catch (IOException e) {
            if (length == 0) {
                throw e;
            }
            failure = e;
        }
        return length;
    }

    /** Bytes of a full block. */
    int size() {
        return size;
    }

    /** Whether the present block is full, so that there may be another. */
    boolean full() {
        return full;
    }

    /** Leaves the present block as it is until it is given back. */
    void lend() {
        lent = true;
    }

    /** Takes a block back. */
    void giveBack(byte[] unused) {
        free.push(unused);
    }
}

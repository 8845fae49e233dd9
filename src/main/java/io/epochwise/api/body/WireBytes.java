package io.epochwise.api.body;

import io.epochwise.api.problem.ClientGoneException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * A body as it comes over the wire, counted. Its {@link #available()} tells the end of the stream, at the price of
 * waiting for a byte: the JDK's gzip reader takes 0 to mean that no further member follows, and would silently drop the
 * rest of an upload that is merely slow.
 */
final class WireBytes extends PushbackInputStream {
    private long count;

    WireBytes(InputStream wire) {
        super(wire);
    }

    /** How many bytes have been taken so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        try {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        } catch (IOException e) {
            throw new ClientGoneException(e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        } catch (IOException e) {
            throw new ClientGoneException(e);
        }
    }

    @Override
    public int available() throws IOException {
        int next = read();
        if (next < 0) {
            return 0;
        }
        unread(next);
        count--;
        return 1;
    }
}

package io.epochwise.token.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The tokens of an encoding, found by their bytes. A token's rank is its number: of two merges the one whose result has the lower rank
 * is made first.
 */
final class Vocabulary {
    /** No token has these bytes. */
    static final int NONE = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long MIX_TAIL = 0xC2B2AE3D27D4EB4FL;

    private final byte[] bytes;
    private final int[] starts;
    private final int mask;
    private final int shift;
    /** An open hash table: of each token the first eight bytes, then its number and its length, side by side. */
    private final long[] slots;

    private final int longest;

    private Vocabulary(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
        int capacity = Integer.highestOneBit(size() * 2) << 1;
        mask = capacity - 1;
        shift = Long.numberOfLeadingZeros(mask);
        slots = new long[2 * capacity];
        Arrays.fill(slots, NONE);
        int most = 0;
        for (int token = 0; token < size(); token++) {
            put(token);
            most = Math.max(most, length(token));
        }
        longest = most;
    }

    /**
     * Reads a file of tiktoken's form: in each line the bytes of a token in base64 and its rank, ranks in order from 0 on without gaps.
     *
     * @throws IllegalStateException if the file is not there or not of that form
     */
    static Vocabulary load(String resource) {
        byte[] file;
        try (InputStream in = Vocabulary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            file = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
        int lines = 0;
        for (byte b : file) {
            lines += b == '\n' ? 1 : 0;
        }
        int[] starts = new int[lines + 2];
        byte[] bytes = new byte[file.length];
        Base64.Decoder base64 = Base64.getDecoder();
        int tokens = 0;
        int length = 0;
        int at = 0;
        while (at < file.length) {
            int space = indexOf(file, (byte) ' ', at);
            int end = indexOf(file, (byte) '\n', space);
            byte[] token = base64.decode(Arrays.copyOfRange(file, at, space));
            int rank =
                    Integer.parseInt(new String(file, space + 1, end - space - 1, StandardCharsets.US_ASCII).strip());
            if (rank != tokens) {
                throw new IllegalStateException(resource + ": rank " + rank + " in place of " + tokens);
            }
            System.arraycopy(token, 0, bytes, length, token.length);
            length += token.length;
            starts[++tokens] = length;
            at = end + 1;
        }
        return new Vocabulary(Arrays.copyOf(bytes, length + Encoding.PADDING), Arrays.copyOf(starts, tokens + 1));
    }

    private static int indexOf(byte[] file, byte sought, int from) {
        int at = from;
        while (at < file.length && file[at] != sought) {
            at++;
        }
        return at;
    }

    private void put(int token) {
        int start = starts[token];
        int length = length(token);
        long head = head(bytes, start, length);
        int slot = slot(hash(bytes, start, length, head));
        while (slots[2 * slot + 1] != NONE) {
            slot = slot + 1 & mask;
        }
        slots[2 * slot] = head;
        slots[2 * slot + 1] = (long) token << Integer.SIZE | length;
    }

    /** How many tokens there are. */
    int size() {
        return starts.length - 1;
    }

    /** How many bytes the longest token has. */
    int longest() {
        return longest;
    }

    /** How many bytes a token has. */
    int length(int token) {
        return starts[token + 1] - starts[token];
    }

    /** A byte of a token. */
    byte at(int token, int index) {
        return bytes[starts[token] + index];
    }

    /** Copies the bytes of a token. */
    void copy(int token, byte[] to, int at) {
        System.arraycopy(bytes, starts[token], to, at, length(token));
    }

    /**
     * The token with these bytes.
     *
     * @param text with eight bytes more behind
     * @return {@link #NONE} if there is none
     */
    int find(byte[] text, int from, int to) {
        int length = to - from;
        long head = head(text, from, length);
        int slot = slot(hash(text, from, length, head));
        while (true) {
            long entry = slots[2 * slot + 1];
            if (entry == NONE) {
                return NONE;
            }
            if (slots[2 * slot] == head && (int) entry == length) {
                int token = (int) (entry >>> Integer.SIZE);
                if (sameTail(token, text, from, length)) {
                    return token;
                }
            }
            slot = slot + 1 & mask;
        }
    }

    private boolean sameTail(int token, byte[] text, int from, int length) {
        if (length <= Long.BYTES) {
            return true;
        }
        int start = starts[token];
        return Arrays.equals(bytes, start + Long.BYTES, start + length, text, from + Long.BYTES, from + length);
    }

    private int slot(long hash) {
        return (int) (hash >>> shift) & mask;
    }

    /** Eight bytes, the first in the lowest bits. */
    static long eight(byte[] text, int from) {
        return (long) LONGS.get(text, from);
    }

    /** The first eight bytes, with zeros in place of what is not there. */
    static long head(byte[] text, int from, int length) {
        long eight = eight(text, from);
        return length >= Long.BYTES ? eight : eight & (1L << length * Byte.SIZE) - 1;
    }

    /** A hash of bytes whose high bits are good. */
    static long hash(byte[] text, int from, int length, long head) {
        long hash = (head + length) * MIX;
        int at = from + Long.BYTES;
        int left = length - Long.BYTES;
        while (left > 0) {
            hash = (Long.rotateLeft(hash, 29) ^ head(text, at, left) * MIX_TAIL) * MIX;
            at += Long.BYTES;
            left -= Long.BYTES;
        }
        return hash;
    }
}

package io.epochwise.dataset.image;

import java.util.Objects;

/**
 * Takes the characters of a base64 payload as they come, in pieces of any size: checks them strictly, counts the bytes
 * they encode and decodes only as many as it takes to read the image's header.
 *
 * <p>Bits that the last character before padding leaves unused are ignored, as {@link java.util.Base64} does. No
 * character makes it throw. A sink serves one payload after another, each begun by {@link #reset()}, and one thread at a
 * time.
 */
public final class Base64ImageSink {
    private static final int QUANTUM = 4;
    private static final int MAX_PADDING = 2;
    private static final int DECODED_QUANTA = 64;

    private final ImageProbe probe = new ImageProbe();
    private final byte[] decoded = new byte[DECODED_QUANTA * 3];
    private boolean probing;
    private long characters;
    private int bits;
    private int padding;
    private Base64Problem problem;

    /** A sink that is ready for a payload. */
    public Base64ImageSink() {
        reset();
    }

    /** Forgets all; the next character is the first of a payload. */
    public void reset() {
        probe.reset();
        probing = true;
        characters = 0;
        bits = 0;
        padding = 0;
        problem = Base64Problem.NONE;
    }

    /**
     * Takes the payload's next characters, all of them: one that is neither of the alphabet nor padding is a problem.
     *
     * @param buffer where they are, in ASCII; only read, and not kept
     * @param from index of the first of them
     * @param to index after the last of them
     * @throws IndexOutOfBoundsException if the range does not lie within the buffer
     */
    public void accept(byte[] buffer, int from, int to) {
        if (acceptRun(buffer, from, to) < to) {
            fail(Base64Problem.INVALID_CHARACTER);
        }
    }

    /**
     * Takes the payload's next characters as far as they can belong to one, so that a reader finds the end of the
     * payload, such as a closing quotation mark, in the same pass. Whether they make sense shows in {@link #finish()}.
     *
     * @param buffer where they are, in ASCII; only read, and not kept
     * @param from index of the first of them
     * @param to index after the last that may be taken
     * @return index of the first that was not taken because it is neither of the alphabet nor padding; {@code to} if all
     *     were
     * @throws IndexOutOfBoundsException if the range does not lie within the buffer
     */
    public int acceptRun(byte[] buffer, int from, int to) {
        Objects.checkFromToIndex(from, to, buffer.length);
        int position = from;
        while (position < to) {
            if (probing && padding == 0 && problem == Base64Problem.NONE) {
                position = decode(buffer, position, to);
            }
            int end = Base64Alphabet.end(buffer, position, to);
            skip(end - position);
            if (end == to || buffer[end] != Base64Alphabet.PADDING) {
                return end;
            }
            pad();
            position = end + 1;
        }
        return position;
    }

    /** What the payload holds if the characters taken since {@link #reset()} are all there are. Ends the payload. */
    public Base64Image finish() {
        int rest = (int) (characters % QUANTUM);
        if (probing && rest >= 2) {
            put(0, bits << 6 * (QUANTUM - rest));
            probe.accept(decoded, 0, rest - 1);
        }
        probing = false;
        if (padding > 0) {
            if (rest < 2 || rest + padding != QUANTUM) {
                fail(Base64Problem.BAD_PADDING);
            }
        } else if (characters == 0) {
            fail(Base64Problem.EMPTY);
        } else if (rest > 0) {
            fail(Base64Problem.TRUNCATED);
        }
        return new Base64Image(decodedBytes(), problem, probe.finish());
    }

    /** The whole bytes that the characters taken so far encode, those after a problem left out. */
    public long decodedBytes() {
        return characters / QUANTUM * 3 + characters % QUANTUM * 3 / QUANTUM;
    }

    /** Decodes for the probe until it has enough, the characters end, or one is not of the alphabet. */
    private int decode(byte[] buffer, int from, int to) {
        int position = from;
        while (probing && position < to) {
            int taken = characters % QUANTUM == 0 ? decodeQuanta(buffer, position, to) : 0;
            if (taken == 0) {
                if (!decodeOne(buffer[position])) {
                    return position;
                }
                taken = 1;
            }
            position += taken;
        }
        return position;
    }

    /** Decodes whole quanta up to what {@link #decoded} holds; returns the number of characters taken. */
    private int decodeQuanta(byte[] buffer, int from, int to) {
        int end = from + Math.min((to - from) / QUANTUM, DECODED_QUANTA) * QUANTUM;
        int position = from;
        int count = 0;
        while (position < end) {
            int quantum = Base64Alphabet.value(buffer[position]) << 18
                    | Base64Alphabet.value(buffer[position + 1]) << 12
                    | Base64Alphabet.value(buffer[position + 2]) << 6
                    | Base64Alphabet.value(buffer[position + 3]);
            if (quantum < 0) {
                break;
            }
            put(count, quantum);
            count += 3;
            position += QUANTUM;
        }
        characters += position - from;
        probing = !probe.accept(decoded, 0, count);
        return position - from;
    }

    /** Decodes one character if it is of the alphabet, as where a quantum lies across two pieces. */
    private boolean decodeOne(byte character) {
        int value = Base64Alphabet.value(character);
        if (value < 0) {
            return false;
        }
        bits = bits << 6 | value;
        characters++;
        if (characters % QUANTUM == 0) {
            put(0, bits);
            probing = !probe.accept(decoded, 0, 3);
        }
        return true;
    }

    private void put(int at, int quantum) {
        decoded[at] = (byte) (quantum >> 16);
        decoded[at + 1] = (byte) (quantum >> 8);
        decoded[at + 2] = (byte) quantum;
    }

    private void skip(int count) {
        if (count > 0 && padding > 0) {
            fail(Base64Problem.BAD_PADDING);
        } else if (problem == Base64Problem.NONE) {
            characters += count;
        }
    }

    private void pad() {
        if (padding < MAX_PADDING) {
            padding++;
        } else {
            fail(Base64Problem.BAD_PADDING);
        }
    }

    /** The first problem stands. */
    private void fail(Base64Problem found) {
        if (problem == Base64Problem.NONE) {
            problem = found;
        }
    }
}

package io.epochwise.token.text;

import java.util.Arrays;

/**
 * The words that came last, with their counts: text repeats its words, and these few lie closer than the vocabulary. Of fixed size; a
 * word takes the place of another. One thread uses it at a time.
 */
final class WordCounts {
    /** Words of more bytes are not kept. */
    static final int LONGEST = 64;

    /** Words of up to so many bytes, and their length, fit into two numbers. */
    private static final int SHORT = 15;

    private static final int SHORT_PLACES = 1 << 16;
    private static final int SHORT_SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(SHORT_PLACES);
    private static final int STRIDE = 2;
    /** The top byte of the second number is free for a count and a length, neither of which can be more than 15. */
    private static final int LENGTH_SHIFT = 60;

    private static final int COUNT_SHIFT = 56;
    private static final long COUNT = 0xFL << COUNT_SHIFT;
    private static final int PLACES = 1 << 12;
    private static final int SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(PLACES);
    private static final int LENGTH_BITS = 8;

    private final Vocabulary vocabulary;
    private final Merges merges;
    /** Short words: the first eight bytes, then the others with length and count on top. */
    private final long[] shorts = new long[STRIDE * SHORT_PLACES];

    /** Longer words, and length and count. */
    private final byte[] words = new byte[PLACES * LONGEST];

    private final int[] longs = new int[PLACES];

    WordCounts(Vocabulary vocabulary, Merges merges) {
        this.vocabulary = vocabulary;
        this.merges = merges;
    }

    /**
     * The tokens of a word.
     *
     * @param text with eight bytes more behind
     */
    int count(byte[] text, int from, int to) {
        int length = to - from;
        long head = Vocabulary.head(text, from, length);
        if (length > SHORT) {
            return countLong(text, from, length, head);
        }
        long tail = (long) length << LENGTH_SHIFT;
        if (length > Long.BYTES) {
            tail |= Vocabulary.head(text, from + Long.BYTES, length - Long.BYTES);
        }
        int place = STRIDE * (int) ((head ^ Long.rotateLeft(tail, 23)) * 0x9E3779B97F4A7C15L >>> SHORT_SHIFT);
        long known = shorts[place + 1];
        if (shorts[place] == head && (known & ~COUNT) == tail) {
            return (int) ((known & COUNT) >>> COUNT_SHIFT);
        }
        int count = find(text, from, to);
        shorts[place] = head;
        shorts[place + 1] = tail | (long) count << COUNT_SHIFT;
        return count;
    }

    private int countLong(byte[] text, int from, int length, long head) {
        int place = (int) (Vocabulary.hash(text, from, length, head) >>> SHIFT);
        int start = place * LONGEST;
        int known = longs[place];
        if ((known & (1 << LENGTH_BITS) - 1) == length
                && Arrays.equals(words, start, start + length, text, from, from + length)) {
            return known >>> LENGTH_BITS;
        }
        int count = find(text, from, from + length);
        System.arraycopy(text, from, words, start, length);
        longs[place] = count << LENGTH_BITS | length;
        return count;
    }

    private int find(byte[] text, int from, int to) {
        return vocabulary.find(text, from, to) == Vocabulary.NONE ? merges.count(text, from, to) : 1;
    }
}

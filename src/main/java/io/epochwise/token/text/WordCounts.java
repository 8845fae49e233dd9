package io.epochwise.token.text;

import java.util.Arrays;

/**
 * The words that came last, with their counts: text repeats its words, and these few lie closer than the vocabulary. Of fixed size; a
 * word takes the place of another. One thread uses it at a time.
 */
final class WordCounts {
    /** Words of more bytes are not kept. */
    static final int LONGEST = 64;

    private static final int SHORT_PLACES = 1 << 12;
    private static final int SHORT_SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(SHORT_PLACES);
    private static final int PLACES = 1 << 12;
    private static final int SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(PLACES);
    private static final int LENGTH_BITS = 8;

    private final Vocabulary vocabulary;
    private final Merges merges;
    /** Words of up to sixteen bytes: the first eight, the rest, and length and count. */
    private final long[] heads = new long[SHORT_PLACES];

    private final long[] tails = new long[SHORT_PLACES];
    private final int[] shorts = new int[SHORT_PLACES];
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
        if (length <= Long.BYTES) {
            return countShort(text, from, length, head, 0);
        }
        return length <= 2 * Long.BYTES
                ? countShort(text, from, length, head, Vocabulary.head(text, from + Long.BYTES, length - Long.BYTES))
                : countLong(text, from, length, head);
    }

    private int countShort(byte[] text, int from, int length, long head, long tail) {
        int place = (int) (((head ^ Long.rotateLeft(tail, 23)) + length) * 0x9E3779B97F4A7C15L >>> SHORT_SHIFT);
        int known = shorts[place];
        if (heads[place] == head && tails[place] == tail && (known & (1 << LENGTH_BITS) - 1) == length) {
            return known >>> LENGTH_BITS;
        }
        int count = find(text, from, from + length);
        heads[place] = head;
        tails[place] = tail;
        shorts[place] = count << LENGTH_BITS | length;
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

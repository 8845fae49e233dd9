package io.epochwise.token.text;

import java.util.Arrays;

/**
 * The words of more than one token that came last, with their counts: text repeats its words. Of fixed size; a word takes the place of
 * another. One thread uses it at a time.
 */
final class WordCounts {
    /** Words of more bytes are not kept. */
    static final int LONGEST = 64;

    private static final int PLACES = 1 << 13;
    private static final int SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(PLACES);

    private final byte[] words = new byte[PLACES * LONGEST];
    private final byte[] lengths = new byte[PLACES];
    private final byte[] counts = new byte[PLACES];
    private final Merges merges;

    WordCounts(Merges merges) {
        this.merges = merges;
    }

    /**
     * The tokens of a word.
     *
     * @param text with eight bytes more behind
     */
    int count(byte[] text, int from, int to) {
        int length = to - from;
        int place = (int) (Vocabulary.hash(text, from, length, Vocabulary.head(text, from, length)) >>> SHIFT);
        int start = place * LONGEST;
        if (lengths[place] == length && Arrays.equals(words, start, start + length, text, from, to)) {
            return counts[place];
        }
        int count = merges.count(text, from, to);
        System.arraycopy(text, from, words, start, length);
        lengths[place] = (byte) length;
        counts[place] = (byte) count;
        return count;
    }
}

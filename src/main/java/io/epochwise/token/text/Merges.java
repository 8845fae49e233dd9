package io.epochwise.token.text;

/**
 * Counts the tokens of a piece as byte-pair encoding makes them: of all neighbors the two are joined first whose joint bytes have the
 * lowest rank, the left ones of several, until no two neighbors are a token. One thread uses it at a time.
 */
final class Merges {
    private static final int FIRST = 64;

    private final Vocabulary vocabulary;
    /** Where each part begins; the last entry is the end. */
    private int[] starts = new int[FIRST];
    /** The rank of each part joined with the next. */
    private int[] ranks = new int[FIRST];

    private int lastJoin;

    Merges(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Counts the tokens, in time that grows with the square of the length.
     *
     * @param text with eight bytes more behind
     */
    int count(byte[] text, int from, int to) {
        int parts = to - from;
        if (parts < 2) {
            return parts;
        }
        reserve(parts);
        for (int i = 0; i <= parts; i++) {
            starts[i] = from + i;
        }
        for (int i = 0; i + 1 < parts; i++) {
            ranks[i] = rank(text, starts[i], starts[i + 2]);
        }
        ranks[parts - 1] = Integer.MAX_VALUE;
        while (parts > 1) {
            int least = 0;
            for (int i = 1; i + 1 < parts; i++) {
                if (ranks[i] < ranks[least]) {
                    least = i;
                }
            }
            if (ranks[least] == Integer.MAX_VALUE) {
                return parts;
            }
            parts = join(text, least, parts);
        }
        return parts;
    }

    /** Where the right one of the two parts began that were joined last. */
    int lastJoin() {
        return lastJoin;
    }

    private int join(byte[] text, int left, int parts) {
        lastJoin = starts[left + 1];
        System.arraycopy(starts, left + 2, starts, left + 1, parts - left - 1);
        System.arraycopy(ranks, left + 2, ranks, left + 1, parts - left - 2);
        int left2 = parts - 1;
        ranks[left2 - 1] = Integer.MAX_VALUE;
        if (left + 1 < left2) {
            ranks[left] = rank(text, starts[left], starts[left + 2]);
        }
        if (left > 0) {
            ranks[left - 1] = rank(text, starts[left - 1], starts[left + 1]);
        }
        return left2;
    }

    private int rank(byte[] text, int from, int to) {
        int token = vocabulary.find(text, from, to);
        return token == Vocabulary.NONE ? Integer.MAX_VALUE : token;
    }

    private void reserve(int parts) {
        if (parts + 1 > starts.length) {
            int size = Math.max(parts + 1, 2 * starts.length);
            starts = new int[size];
            ranks = new int[size];
        }
    }
}

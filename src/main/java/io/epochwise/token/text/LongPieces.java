package io.epochwise.token.text;

import java.util.Arrays;

/**
 * Counts the tokens of long pieces in time that grows with their length. A row of tokens is what byte-pair encoding makes of its bytes
 * exactly if it is so for each two neighbors (H. van Antwerpen and A. Neubeck, "So many tokens, so little time: Introducing a faster,
 * more flexible byte-pair tokenizer", GitHub 2024). So the last token of each beginning of the piece is the only token that ends there
 * and goes with the last token of what is before it.
 *
 * <p>All tokens that end at a byte are found by the automaton of A. Aho and M. Corasick over the vocabulary. Of the beginnings only as
 * many are kept as the longest token has bytes.
 */
final class LongPieces {
    private static final int ROOT = 0;
    private static final int BYTES = 256;
    private static final int MEMO = 1 << 16;

    private final Vocabulary vocabulary;
    /** Children of nodes, an open hash table by node x 256 + byte. */
    private final int[] keys;

    private final int[] children;
    private final int mask;
    /** The node of the longest proper suffix that is a beginning of a token. */
    private final int[] suffixNode;
    /** The longest token that the bytes of a node end with. */
    private final int[] token;
    /** The longest token that the bytes of a token end with, but itself. */
    private final int[] shorter;
    /** The tokens that a token is joined from; none of one byte. */
    private final int[] left;

    private final int[] right;

    LongPieces(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        int most = 1;
        for (int i = 0; i < vocabulary.size(); i++) {
            most += vocabulary.length(i);
        }
        int capacity = Integer.highestOneBit(most) << 1;
        mask = capacity - 1;
        keys = new int[capacity];
        children = new int[capacity];
        Arrays.fill(keys, -1);
        left = new int[vocabulary.size()];
        right = new int[vocabulary.size()];
        Arrays.fill(left, Vocabulary.NONE);
        Arrays.fill(right, Vocabulary.NONE);
        int[] parents = new int[most];
        byte[] edges = new byte[most];
        int[] depths = new int[most];
        int[] ends = new int[most];
        Arrays.fill(ends, Vocabulary.NONE);
        int nodes = grow(parents, edges, depths, ends);
        suffixNode = new int[nodes];
        token = Arrays.copyOf(ends, nodes);
        shorter = new int[vocabulary.size()];
        Arrays.fill(shorter, Vocabulary.NONE);
        link(byDepth(depths, nodes), parents, edges, ends);
    }

    /** Enters all tokens that byte-pair encoding makes of their own bytes; gives the number of nodes. */
    private int grow(int[] parents, byte[] edges, int[] depths, int[] ends) {
        Merges merges = new Merges(vocabulary);
        byte[] bytes = new byte[vocabulary.longest() + Encoding.PADDING];
        int nodes = 1;
        for (int i = 0; i < vocabulary.size(); i++) {
            int length = vocabulary.length(i);
            vocabulary.copy(i, bytes, 0);
            if (merges.count(bytes, 0, length) != 1) {
                continue;
            }
            if (length > 1) {
                left[i] = vocabulary.find(bytes, 0, merges.lastJoin());
                right[i] = vocabulary.find(bytes, merges.lastJoin(), length);
            }
            int node = ROOT;
            for (int at = 0; at < length; at++) {
                int slot = slot(node, bytes[at]);
                if (keys[slot] < 0) {
                    keys[slot] = key(node, bytes[at]);
                    children[slot] = nodes;
                    parents[nodes] = node;
                    edges[nodes] = bytes[at];
                    depths[nodes] = at + 1;
                    nodes++;
                }
                node = children[slot];
            }
            ends[node] = i;
        }
        return nodes;
    }

    private static int[] byDepth(int[] depths, int nodes) {
        int deepest = 0;
        for (int node = 0; node < nodes; node++) {
            deepest = Math.max(deepest, depths[node]);
        }
        int[] places = new int[deepest + 2];
        for (int node = 0; node < nodes; node++) {
            places[depths[node] + 1]++;
        }
        for (int depth = 0; depth <= deepest; depth++) {
            places[depth + 1] += places[depth];
        }
        int[] ordered = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            ordered[places[depths[node]]++] = node;
        }
        return ordered;
    }

    private void link(int[] nodes, int[] parents, byte[] edges, int[] ends) {
        for (int node : nodes) {
            if (node == ROOT) {
                continue;
            }
            int parent = parents[node];
            suffixNode[node] = parent == ROOT ? ROOT : next(suffixNode[parent], edges[node]);
            int ofSuffix = token[suffixNode[node]];
            if (ends[node] == Vocabulary.NONE) {
                token[node] = ofSuffix;
            } else {
                shorter[ends[node]] = ofSuffix;
            }
        }
    }

    private static int key(int node, byte b) {
        return node * BYTES + (b & 0xFF);
    }

    private int slot(int node, byte b) {
        int key = key(node, b);
        int slot = key * 0x9E3779B1 >>> 1 & mask;
        while (keys[slot] >= 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** The node of the longest bytes up to and with this one that are a beginning of a token. */
    private int next(int from, byte b) {
        int node = from;
        while (true) {
            int slot = slot(node, b);
            if (keys[slot] >= 0) {
                return children[slot];
            }
            if (node == ROOT) {
                return ROOT;
            }
            node = suffixNode[node];
        }
    }

    /** What one thread counts pieces with. */
    Counter counter() {
        return new Counter();
    }

    /** Counts pieces one by one. */
    final class Counter {
        private final int window = Integer.highestOneBit(vocabulary.longest()) << 1;
        /** The last tokens, and the counts, of beginnings of the piece, by their lengths. */
        private final int[] lastTokens = new int[window];

        private final long[] counts = new long[window];
        private final byte[] both = new byte[2 * vocabulary.longest() + Encoding.PADDING];
        /** Pairs of tokens that were asked for, each with its answer in the lowest bit, two to a set. */
        private final long[] memo = new long[MEMO];

        private Counter() {
            Arrays.fill(memo, -1);
        }

        /** The tokens of a piece. */
        long count(byte[] text, int from, int to) {
            int node = ROOT;
            for (int at = from; at < to; at++) {
                node = next(node, text[at]);
                enter(at - from + 1, token[node]);
            }
            return counts[to - from & window - 1];
        }

        /**
         * Finds the last token of so many bytes. Only one goes with what is before it, so the order in which they are tried is free:
         * first the one that begins where that of one byte less does, as in runs of one letter, then from the longest on.
         */
        private void enter(int length, int longest) {
            int extended = length == 1 ? 1 : vocabulary.length(lastTokens[length - 1 & window - 1]) + 1;
            int first = longest;
            while (first != Vocabulary.NONE && vocabulary.length(first) > extended) {
                first = shorter[first];
            }
            if (first != Vocabulary.NONE && vocabulary.length(first) == extended && enterIfLast(length, first)) {
                return;
            }
            for (int last = longest; last != Vocabulary.NONE; last = shorter[last]) {
                if (enterIfLast(length, last)) {
                    return;
                }
            }
            throw new IllegalStateException("no token ends there: the vocabulary lacks a byte");
        }

        private boolean enterIfLast(int length, int last) {
            int before = length - vocabulary.length(last);
            if (before > 0 && !together(lastTokens[before & window - 1], last)) {
                return false;
            }
            lastTokens[length & window - 1] = last;
            counts[length & window - 1] = (before == 0 ? 0 : counts[before & window - 1]) + 1;
            return true;
        }

        private boolean together(int one, int other) {
            long pair = (long) one << Integer.SIZE | (long) other << 1;
            int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> Long.SIZE - Integer.numberOfTrailingZeros(MEMO));
            if ((memo[slot] & ~1L) == pair) {
                return (memo[slot] & 1) == 1;
            }
            if ((memo[slot ^ 1] & ~1L) == pair) {
                return (memo[slot ^ 1] & 1) == 1;
            }
            boolean answer = findTogether(one, other);
            memo[slot ^ 1] = memo[slot];
            memo[slot] = pair | (answer ? 1 : 0);
            return answer;
        }

        /**
         * Whether the bytes of two tokens are encoded as these two: whether nothing that is joined from the end of the one and the
         * beginning of the other comes in time. Ranks are the time: a part is there from its own rank on until that of what it is
         * joined into, and of equal ranks the left is joined first.
         */
        private boolean findTogether(int one, int other) {
            int middle = vocabulary.length(one);
            vocabulary.copy(one, both, 0);
            vocabulary.copy(other, both, middle);
            int untilEnd = Integer.MAX_VALUE;
            for (int end = one; end != Vocabulary.NONE; end = right[end]) {
                int untilStart = Integer.MAX_VALUE;
                for (int start = other; start != Vocabulary.NONE; start = left[start]) {
                    if (start < untilEnd && end <= untilStart) {
                        int joined = vocabulary.find(
                                both, middle - vocabulary.length(end), middle + vocabulary.length(start));
                        if (joined != Vocabulary.NONE && joined < untilEnd && joined <= untilStart) {
                            return false;
                        }
                    }
                    untilStart = start;
                }
                untilEnd = end;
            }
            return true;
        }
    }
}

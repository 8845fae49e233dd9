package io.epochwise.token.text;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A byte-pair encoding that counts without making tokens: text is cut into words by looking at each character once; a word that is a
 * token is found by its bytes, one that came before by what it counted then. The vocabulary is loaded when it first counts.
 *
 * <p>A long text is taken in parts, cut where a word certainly ends.
 */
final class BytePairEncoding implements Encoding {
    /** Longer pieces are counted by what grows with their length and not with its square. */
    private static final int LONG_PIECE = 256;

    private static final int LONGEST_PART = 1 << 16;
    private static final int WORKERS = 8;
    /** So far apart that threads do not wait for each other's cache lines. */
    private static final int SPACING = 32;

    private final String id;
    private final String resource;
    private final WordSplitter splitter;
    /** Workers that are not at work; more than these are made as they are needed and not kept. */
    private final AtomicReferenceArray<Worker> idle = new AtomicReferenceArray<>(WORKERS * SPACING);

    private volatile Vocabulary vocabulary;
    private volatile LongPieces longPieces;

    /** @param resource the vocabulary, in tiktoken's form */
    BytePairEncoding(String id, String resource, WordSplitter splitter) {
        this.id = id;
        this.resource = resource;
        this.splitter = splitter;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public long count(CharSequence text) {
        if (text.isEmpty()) {
            return 0;
        }
        Worker worker = take();
        long tokens = worker.count(text);
        give(worker);
        return tokens;
    }

    @Override
    public long count(byte[] utf8, int from, int to) {
        if (from == to) {
            return 0;
        }
        Worker worker = take();
        long tokens = worker.count(utf8, from, to);
        give(worker);
        return tokens;
    }

    private Worker take() {
        for (int i = 0; i < WORKERS; i++) {
            Worker worker = idle.getAndSet(place(i), null);
            if (worker != null) {
                return worker;
            }
        }
        return new Worker(vocabulary());
    }

    private void give(Worker worker) {
        worker.utf8.shrink();
        for (int i = 0; i < WORKERS; i++) {
            if (idle.compareAndSet(place(i), null, worker)) {
                return;
            }
        }
    }

    /** Each thread begins to look elsewhere, so that it finds the worker whose words it knows: they lie in its processor's cache. */
    private static int place(int attempt) {
        return ((int) (Thread.currentThread().getId() + attempt) & WORKERS - 1) * SPACING;
    }

    private Vocabulary vocabulary() {
        if (vocabulary == null) {
            synchronized (this) {
                if (vocabulary == null) {
                    vocabulary = Vocabulary.load(resource);
                }
            }
        }
        return vocabulary;
    }

    private LongPieces longPieces() {
        if (longPieces == null) {
            synchronized (this) {
                if (longPieces == null) {
                    longPieces = new LongPieces(vocabulary());
                }
            }
        }
        return longPieces;
    }

    /** What one thread counts with. */
    private final class Worker {
        private final Utf8 utf8 = new Utf8();
        private final Vocabulary tokens;
        private final Merges merges;
        private final WordCounts words;
        private LongPieces.Counter pieces;

        private Worker(Vocabulary tokens) {
            this.tokens = tokens;
            merges = new Merges(tokens);
            words = new WordCounts(tokens, merges);
        }

        private long count(CharSequence text) {
            long count = 0;
            int from = 0;
            while (from < text.length()) {
                int to = endOfPart(text, from);
                int length = utf8.encode(text, from, to);
                count += count(utf8.bytes(), 0, length);
                from = to;
            }
            return count;
        }

        private long count(byte[] text, int from, int to) {
            long count = 0;
            int at = from;
            while (at < to) {
                int end = splitter.end(text, at, to);
                count += end - at <= WordCounts.LONGEST ? words.count(text, at, end) : countLongWord(text, at, end);
                at = end;
            }
            return count;
        }

        private long countLongWord(byte[] text, int from, int to) {
            if (tokens.find(text, from, to) != Vocabulary.NONE) {
                return 1;
            }
            if (to - from <= LONG_PIECE) {
                return merges.count(text, from, to);
            }
            if (pieces == null) {
                pieces = longPieces().counter();
            }
            return pieces.count(text, from, to);
        }
    }

    /** Where a word certainly ends, beyond the longest part if there is no such place within: before a space behind an ASCII letter. */
    private static int endOfPart(CharSequence text, int from) {
        if (text.length() - from <= LONGEST_PART) {
            return text.length();
        }
        int middle = from + LONGEST_PART;
        for (int i = middle; i > from + 1; i--) {
            if (endsWord(text, i)) {
                return i;
            }
        }
        for (int i = middle + 1; i < text.length(); i++) {
            if (endsWord(text, i)) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean endsWord(CharSequence text, int at) {
        char before = text.charAt(at - 1);
        return text.charAt(at) == ' ' && (before >= 'a' && before <= 'z' || before >= 'A' && before <= 'Z');
    }
}

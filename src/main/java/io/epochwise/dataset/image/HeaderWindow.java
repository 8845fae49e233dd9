package io.epochwise.dataset.image;

/**
 * The few bytes of a stream that the current step of a format's reading waits for, and what the steps have found so far.
 * Bytes that no step asked for pass by counted, never kept.
 */
final class HeaderWindow {
    /** Reads the bytes that were expected, then says what to expect next; the same again if it says nothing. */
    @FunctionalInterface
    interface Step {
        void read(HeaderWindow window);
    }

    /** Most bytes a step can ask for. */
    private static final int CAPACITY = 32;

    private final byte[] bytes = new byte[CAPACITY];
    private int held;
    private int expected;
    private Step step;
    private long toSkip;
    private boolean done;

    private ImageFormat format;
    private long width;
    private long height;
    private ColorMode colorMode;
    private boolean animated;
    private ImageProblem problem;
    private int budget;

    HeaderWindow() {
        reset();
    }

    void reset() {
        held = 0;
        expected = 0;
        step = null;
        toSkip = 0;
        done = false;
        format = ImageFormat.UNKNOWN;
        width = 0;
        height = 0;
        colorMode = ColorMode.UNKNOWN;
        animated = false;
        problem = ImageProblem.TRUNCATED_HEADER;
    }

    /** Takes bytes from {@code from} to before {@code to}; returns whether no more are needed. */
    boolean accept(byte[] buffer, int from, int to) {
        int position = from;
        while (!done && position < to) {
            if (toSkip > 0) {
                int skipped = (int) Math.min(toSkip, to - position);
                toSkip -= skipped;
                position += skipped;
                continue;
            }
            int taken = Math.min(expected - held, to - position);
            System.arraycopy(buffer, position, bytes, held, taken);
            held += taken;
            position += taken;
            if (held == expected) {
                held = 0;
                step.read(this);
            }
        }
        return done;
    }

    /** What is known if the stream ends here. */
    ImageHeader header() {
        return new ImageHeader(format, (int) width, (int) height, colorMode, animated, problem);
    }

    // What steps say.

    void format(ImageFormat value) {
        format = value;
    }

    /** After what is skipped, {@code step} wants this many bytes, 1 to {@link #CAPACITY}. */
    void expect(int count, Step next) {
        expected = count;
        step = next;
    }

    void skip(long count) {
        toSkip += count;
    }

    /** The size and color mode are read; sides from 0 to 2,147,483,647. A side that cannot be ends the reading. */
    void size(long readWidth, long readHeight, ColorMode mode) {
        width = readWidth;
        height = readHeight;
        colorMode = mode;
        if (width == 0 || height == 0) {
            finish(ImageProblem.ZERO_DIMENSION);
        } else if (width > ImageHeader.MAX_SIDE || height > ImageHeader.MAX_SIDE) {
            finish(ImageProblem.ABSURD_DIMENSION);
        }
    }

    void animated(boolean value) {
        animated = value;
    }

    /** What it means if the stream ends before a step finishes; a truncated header unless a step says otherwise. */
    void endMeans(ImageProblem meaning) {
        problem = meaning;
    }

    /** Nothing more is needed. The first call stands: a size that cannot be is not undone by what follows it. */
    void finish(ImageProblem result) {
        if (!done) {
            problem = result;
            done = true;
        }
    }

    /** Allows a search this many further calls of {@link #spend()}. */
    void budget(int steps) {
        budget = steps;
    }

    /** Uses up one of the budget; returns whether any is left. */
    boolean spend() {
        return --budget > 0;
    }

    // The bytes that were expected, from index 0.

    int unsigned8(int at) {
        return bytes[at] & 0xff;
    }

    int unsigned16(int at) {
        return unsigned8(at) << 8 | unsigned8(at + 1);
    }

    long unsigned32(int at) {
        return (long) unsigned16(at) << 16 | unsigned16(at + 2);
    }

    int littleEndian16(int at) {
        return unsigned8(at) | unsigned8(at + 1) << 8;
    }

    int littleEndian24(int at) {
        return littleEndian16(at) | unsigned8(at + 2) << 16;
    }

    long littleEndian32(int at) {
        return littleEndian16(at) | (long) littleEndian16(at + 2) << 16;
    }

    /** Whether the Latin-1 text stands at that index. */
    boolean matches(int at, String text) {
        return matches(bytes, at, text);
    }

    /** Whether the Latin-1 text stands at that index; the caller knows that there are enough bytes. */
    static boolean matches(byte[] bytes, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if ((bytes[at + i] & 0xff) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

package io.epochwise.benchmark;

/** What a number of the table counts. */
public enum Unit {
    /** Millions of bytes a second. */
    MEGABYTES_PER_SECOND("MB/s", true),
    /** Calls, or requests, a second. */
    PER_SECOND("1/s", true),
    /** Time. */
    MILLISECONDS("ms", false),
    /** Time. */
    MICROSECONDS("us", false),
    /** Millions of bytes of memory. */
    MEGABYTES("MB", false);

    private final String symbol;
    private final boolean moreIsBetter;

    Unit(String symbol, boolean moreIsBetter) {
        this.symbol = symbol;
        this.moreIsBetter = moreIsBetter;
    }

    /** As the table has it. */
    String symbol() {
        return symbol;
    }

    /** How many times as good as another number the first is. */
    double ratio(double ours, double baseline) {
        return moreIsBetter ? ours / baseline : baseline / ours;
    }

    /** Whether a number is at least as good as another. */
    boolean reaches(double ours, double asked) {
        return moreIsBetter ? ours >= asked : ours <= asked;
    }
}

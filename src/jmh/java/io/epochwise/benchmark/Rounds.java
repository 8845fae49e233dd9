package io.epochwise.benchmark;

import java.io.IOException;
import java.util.Arrays;

/** Measures two things in turn, so that what disturbs the machine disturbs both alike, and takes the medians. */
final class Rounds {
    private Rounds() {}

    /** What measures once. */
    interface Measurement {
        /** What was measured. */
        double measure() throws IOException, InterruptedException;
    }

    /**
     * The medians of the first and of the second.
     *
     * @param warmUps times to measure both without taking note
     * @param rounds times to measure both, an odd number
     */
    static double[] medians(int warmUps, int rounds, Measurement first, Measurement second)
            throws IOException, InterruptedException {
        double[] firsts = new double[rounds];
        double[] seconds = new double[rounds];
        for (int round = -warmUps; round < rounds; round++) {
            firsts[Math.max(round, 0)] = first.measure();
            seconds[Math.max(round, 0)] = second.measure();
        }
        return new double[] {median(firsts), median(seconds)};
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}

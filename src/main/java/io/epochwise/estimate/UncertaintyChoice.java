package io.epochwise.estimate;

import java.util.Objects;

/**
 * How an answer is to be drawn many times, each time with other values of what is not known exactly. Every part may be null.
 *
 * @param draws how many times, from 100 to 10,000; null for 1,000
 * @param seed what the values are drawn from, so that the same question has the same answer; null for 0
 */
public record UncertaintyChoice(Integer draws, Long seed) {
    private static final int FEWEST_DRAWS = 100;
    private static final int MOST_DRAWS = 10_000;
    private static final int USUAL_DRAWS = 1_000;

    /** Adds what is wrong with it, if it is given. */
    public static void check(Faults faults, UncertaintyChoice choice) {
        if (choice != null) {
            faults.range("uncertainty.draws", choice.draws, FEWEST_DRAWS, MOST_DRAWS);
        }
    }

    /** How many times, as said or usual. */
    public int times() {
        return Objects.requireNonNullElse(draws, USUAL_DRAWS);
    }

    /** The seed, as said or usual. */
    public long start() {
        return Objects.requireNonNullElse(seed, 0L);
    }
}

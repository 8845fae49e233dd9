package io.epochwise.decision;

import io.epochwise.fault.Spelling;
import java.time.LocalDate;

/**
 * The months looked at.
 *
 * @param asked how many were asked for
 * @param counted how many of them exist: each begins before the end of both models
 * @param endedBy which model ends first, if one ends within the months asked for; else null
 * @param until the first day on which it cannot be called; null with {@code endedBy}
 */
public record Horizon(int asked, int counted, Side endedBy, LocalDate until) {
    /** One of the two models. */
    public enum Side {
        BASELINE,
        TUNED;

        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }
}

package io.epochwise.violations.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Reads the time without being given a clock, in two ways; the third is right. */
public final class KnowsTheDay {
    LocalDate day() {
        return LocalDate.now();
    }

    Supplier<Instant> supplier() {
        return Instant::now;
    }

    LocalDate given(Clock clock) {
        return LocalDate.now(clock);
    }
}

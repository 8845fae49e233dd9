package io.epochwise.violations.estimate;

import java.time.Clock;
import java.time.LocalDate;

/** Makes a clock of its own. */
public final class HasAClock {
    LocalDate day() {
        return LocalDate.now(Clock.systemUTC());
    }
}

package io.epochwise.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives whoever asks what day it is: UTC, read from the system at run time. A test mocks the {@link Clock} bean. */
final class SystemClock {
    @Produces
    @ApplicationScoped
    Clock utc() {
        return Clock.systemUTC();
    }
}

package io.epochwise.api.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntSupplier;

/** How much heavy work of a kind is asked for, and how much of it is too much at once. */
public final class WorkMeters {
    private final Counter taken;
    private final Counter refused;

    /**
     * @param work the kind of work, one of few words
     * @param limit how much of it runs at once at most
     * @param running how much of it runs now
     * @param waiting how much of it waits now
     */
    public WorkMeters(MeterRegistry registry, String work, int limit, IntSupplier running, IntSupplier waiting) {
        taken = asked(registry, work, "taken");
        refused = asked(registry, work, "refused");
        gauge(registry, work, "limit", "How much heavy work runs at once at most", () -> limit);
        gauge(registry, work, "running", "Heavy work that runs now", running);
        gauge(registry, work, "waiting", "Heavy work that waits for its turn now", waiting);
    }

    private static Counter asked(MeterRegistry registry, String work, String result) {
        return Counter.builder("epochwise.work")
                .tag("work", work)
                .tag("result", result)
                .description(
                        "Heavy work that was asked for: taken, or refused with 503 because too much was asked at once")
                .register(registry);
    }

    private static void gauge(MeterRegistry registry, String work, String of, String description, IntSupplier value) {
        Gauge.builder("epochwise.work." + of, value::getAsInt)
                .tag("work", work)
                .description(description)
                .register(registry);
    }

    /** Some was taken on. */
    public void taken() {
        taken.increment();
    }

    /** Some was too much. */
    public void refused() {
        refused.increment();
    }
}

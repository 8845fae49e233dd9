package io.epochwise.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.OptionalInt;

/**
 * How much heavy work is taken on at once. Each request that works or waits holds a thread of the server's pool
 * ({@code quarkus.thread-pool.max-threads}), of which small requests need some too.
 */
@ConfigMapping(prefix = "epochwise.work")
public interface WorkConfig {
    /** Threads that count the lines of uploads, and decisions made at once: as many as processors unless configured. */
    OptionalInt threads();

    /** Uploads read at once; one more is answered with 503. */
    @WithDefault("16")
    @Min(1)
    @Max(1000)
    int maxUploads();

    /** Decisions that wait for others to be made; one more is answered with 503. */
    @WithDefault("16")
    @Min(0)
    @Max(1000)
    int maxWaitingDecisions();
}

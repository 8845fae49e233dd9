package io.epochwise.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/**
 * How much heavy work is taken on at once. Each request that works or waits holds a thread of the server's pool
 * ({@code quarkus.thread-pool.max-threads}), of which small requests need some too.
 */
@ConfigMapping(prefix = "epochwise.work")
public interface WorkConfig {
    /** Threads that count the lines of uploads, and decisions made at once: as many as processors unless configured. */
    OptionalInt threads();

    /** Uploads read at once, from 1 to 1000; one more is answered with 503. */
    @WithDefault("16")
    int maxUploads();

    /** Decisions that wait for others to be made, from 0 to 1000; one more is answered with 503. */
    @WithDefault("16")
    int maxWaitingDecisions();
}

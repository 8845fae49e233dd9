package io.epochwise.api;

import io.epochwise.api.telemetry.WorkMeters;
import io.epochwise.dataset.Sharing;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Bounds what takes long, so that small requests stay fast and memory has a limit: only so many uploads are read at once, their lines are
 * counted by as many threads as there are processors, and only so many decisions are made at once while a few wait. What is more is
 * refused with {@link OverloadedException}. Both are counted, so that an operator sees how much is taken on and how much is too much.
 */
@Startup
@Singleton
public final class HeavyWork {
    private final int threads;
    private final Semaphore uploads;
    private final Semaphore admittedDecisions;
    private final Semaphore decisions;
    private final WorkMeters uploadMeters;
    private final WorkMeters decisionMeters;
    private final ExecutorService counting;
    private final ExecutorService reading;

    HeavyWork(WorkConfig config, MeterRegistry registry) {
        threads = config.threads().orElseGet(() -> Runtime.getRuntime().availableProcessors());
        int maxUploads = Setting.within(1, 1000, "epochwise.work.max-uploads", config.maxUploads());
        int maxWaiting = Setting.within(0, 1000, "epochwise.work.max-waiting-decisions", config.maxWaitingDecisions());
        uploads = new Semaphore(maxUploads);
        admittedDecisions = new Semaphore(threads + maxWaiting);
        decisions = new Semaphore(threads, true);
        uploadMeters =
                new WorkMeters(registry, "upload", maxUploads, () -> maxUploads - uploads.availablePermits(), () -> 0);
        decisionMeters = new WorkMeters(
                registry, "decision", threads, () -> threads - decisions.availablePermits(), decisions::getQueueLength);
        counting = Executors.newFixedThreadPool(threads, named("counting"));
        reading = Executors.newCachedThreadPool(named("reading"));
    }

    private static ThreadFactory named(String work) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, work + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @PreDestroy
    void stop() {
        counting.shutdown();
        reading.shutdownNow();
    }

    /** How uploads share the threads that count; each has one more that waits for its bytes. */
    Sharing sharing() {
        return threads == 1 ? Sharing.NONE : Sharing.among(counting, reading, threads);
    }

    /** What reads an upload. */
    interface Upload<T> {
        T read() throws IOException;
    }

    /**
     * Reads an upload, if it is not one too many.
     *
     * @throws OverloadedException if it is
     */
    <T> T upload(Upload<T> upload) throws IOException {
        if (!uploads.tryAcquire()) {
            uploadMeters.refused();
            throw new OverloadedException("as many datasets are being uploaded as may be at once");
        }
        uploadMeters.taken();
        try {
            return upload.read();
        } finally {
            uploads.release();
        }
    }

    /**
     * Makes a decision when it is its turn, if not too many are waiting.
     *
     * @throws OverloadedException if too many are
     */
    <T> T decision(Supplier<T> decision) {
        if (!admittedDecisions.tryAcquire()) {
            decisionMeters.refused();
            throw new OverloadedException("as many decisions are waiting to be made as may wait");
        }
        decisionMeters.taken();
        try {
            decisions.acquireUninterruptibly();
            try {
                return decision.get();
            } finally {
                decisions.release();
            }
        } finally {
            admittedDecisions.release();
        }
    }
}

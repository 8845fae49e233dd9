package io.epochwise.catalog.list;

import io.epochwise.catalog.Meter;

/** What a meter is called where the same tokens are processed in batches. */
final class BatchMeters {
    private BatchMeters() {}

    static Meter of(Meter meter) {
        return switch (meter) {
            case INPUT -> Meter.BATCH_INPUT;
            case CACHED_INPUT -> Meter.BATCH_CACHED_INPUT;
            case CACHE_WRITE -> Meter.BATCH_CACHE_WRITE;
            case OUTPUT -> Meter.BATCH_OUTPUT;
            default -> throw new IllegalArgumentException("no batch price of " + meter);
        };
    }
}

package io.epochwise.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often which value occurs, in bounded memory. Exact as long as there are few different values; else in buckets of
 * the least width, a power of two, that leaves few enough. That width depends on the set of values alone, not on their
 * order or on how they were merged.
 */
final class Histogram {
    private static final int MOST_BUCKETS = 1024;

    private TreeMap<Long, Long> counts = new TreeMap<>();
    private long step = 1;
    private long total;
    private long min = Long.MAX_VALUE;
    private long max;

    void add(long value) {
        total++;
        min = Math.min(min, value);
        max = Math.max(max, value);
        counts.merge(value - value % step, 1L, Long::sum);
        coarsenIfNeeded();
    }

    /** What a profile says of the values. */
    static Histogram of(DatasetProfile.Distribution distribution) {
        Histogram histogram = new Histogram();
        histogram.step = distribution.step();
        for (DatasetProfile.Bucket bucket : distribution.histogram()) {
            histogram.counts.put(bucket.from(), bucket.count());
            histogram.total = Math.addExact(histogram.total, bucket.count());
        }
        if (histogram.total > 0) {
            histogram.min = distribution.min();
            histogram.max = distribution.max();
        }
        return histogram;
    }

    void merge(Histogram other) {
        while (step < other.step) {
            coarsen();
        }
        other.counts.forEach((from, count) -> counts.merge(from - from % step, count, Math::addExact));
        total = Math.addExact(total, other.total);
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        coarsenIfNeeded();
    }

    /** @param sum of all values */
    DatasetProfile.Distribution distribution(long sum) {
        List<DatasetProfile.Bucket> buckets = new ArrayList<>();
        counts.forEach((from, count) -> buckets.add(new DatasetProfile.Bucket(from, count)));
        return total == 0
                ? new DatasetProfile.Distribution(0, 0, 0, 0, 0, 0, step, buckets)
                : new DatasetProfile.Distribution(
                        min, quantile(50), quantile(90), quantile(99), max, (double) sum / total, step, buckets);
    }

    private long quantile(int percent) {
        long rank = total / 100 * percent + (total % 100 * percent + 99) / 100;
        long seen = 0;
        for (Map.Entry<Long, Long> bucket : counts.entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank) {
                return Math.max(min, bucket.getKey());
            }
        }
        return max;
    }

    private void coarsenIfNeeded() {
        while (counts.size() > MOST_BUCKETS) {
            coarsen();
        }
    }

    private void coarsen() {
        step *= 2;
        TreeMap<Long, Long> coarser = new TreeMap<>();
        counts.forEach((from, count) -> coarser.merge(from - from % step, count, Long::sum));
        counts = coarser;
    }
}

package io.epochwise.dataset;

import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageRule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many images have which size and detail, in bounded memory. Exact as long as there are few different sizes; else
 * sizes are rounded up to multiples of the least power of two that leaves few enough, which depends on the set of sizes
 * alone. No side is rounded beyond the greatest one there can be.
 */
final class SizeTable {
    private static final int MOST_SIZES = 4096;
    private static final Comparator<DatasetProfile.SizeCount> MOST_FREQUENT_FIRST = Comparator.comparing(
                    DatasetProfile.SizeCount::count, Comparator.reverseOrder())
            .thenComparing(DatasetProfile.SizeCount::width)
            .thenComparing(DatasetProfile.SizeCount::height)
            .thenComparing(DatasetProfile.SizeCount::detail);

    private record Key(int width, int height, Detail detail) {
        Key roundedUp(int step) {
            return new Key(roundedUp(width, step), roundedUp(height, step), detail);
        }

        private static int roundedUp(int side, int step) {
            return Math.min(ImageRule.MAX_SIDE, (side + step - 1) / step * step);
        }
    }

    private Map<Key, Long> counts = new HashMap<>();
    private int step = 1;

    void add(int width, int height, Detail detail, long count) {
        counts.merge(new Key(width, height, detail).roundedUp(step), count, Math::addExact);
        while (counts.size() > MOST_SIZES) {
            coarsen();
        }
    }

    /** What a profile says of the sizes. */
    static SizeTable of(DatasetProfile.Images images) {
        SizeTable table = new SizeTable();
        table.step = images.sizeStep();
        images.sizes().forEach(size -> table.add(size.width(), size.height(), size.detail(), size.count()));
        return table;
    }

    void merge(SizeTable other) {
        while (step < other.step) {
            coarsen();
        }
        other.counts.forEach((size, count) -> add(size.width, size.height, size.detail, count));
    }

    int step() {
        return step;
    }

    List<DatasetProfile.SizeCount> sizes() {
        return counts.entrySet().stream()
                .map(entry -> new DatasetProfile.SizeCount(
                        entry.getKey().width(),
                        entry.getKey().height(),
                        entry.getKey().detail(),
                        entry.getValue()))
                .sorted(MOST_FREQUENT_FIRST)
                .toList();
    }

    private void coarsen() {
        step *= 2;
        Map<Key, Long> coarser = new HashMap<>();
        counts.forEach((key, count) -> coarser.merge(key.roundedUp(step), count, Math::addExact));
        counts = coarser;
    }
}

package io.epochwise.catalog;

import java.time.LocalDate;

/**
 * The smallest and the largest image of a benchmark by their pixels; no bound for each side.
 *
 * @param smallest the image with the fewest pixels
 * @param largest the image with the most pixels
 */
public record BenchmarkImageSizes(
        ImageSides smallest,
        ImageSides largest,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {
    /** The size halfway between the two, side by side. */
    public ImageSides midpoint() {
        return new ImageSides((smallest.width() + largest.width()) / 2, (smallest.height() + largest.height()) / 2);
    }
}

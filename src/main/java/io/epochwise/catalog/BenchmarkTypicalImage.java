package io.epochwise.catalog;

import java.time.LocalDate;

/**
 * A size that many images of a benchmark have.
 *
 * @param width pixels
 * @param height pixels
 */
public record BenchmarkTypicalImage(
        int width, int height, String source, LocalDate asOf, Grade grade, FactStatus status, String note)
        implements Fact {
    /** The size alone. */
    public ImageSides sides() {
        return new ImageSides(width, height);
    }
}

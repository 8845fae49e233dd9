package io.epochwise.catalog;

/**
 * The size of an image.
 *
 * @param width pixels
 * @param height pixels
 */
public record ImageSides(int width, int height) {
    /** As in prose: {@code 640 x 480}. */
    @Override
    public String toString() {
        return width + " x " + height;
    }
}

package io.epochwise.token.image;

/**
 * An image as a rule sees it.
 *
 * @param width in pixels, from 1 to {@link ImageRule#MAX_SIDE}
 * @param height in pixels, from 1 to {@link ImageRule#MAX_SIDE}
 * @param detail the detail asked for
 */
public record SizedImage(int width, int height, Detail detail) {
    /** @throws IllegalArgumentException if a side is out of range */
    public SizedImage {
        PixelSize.check(width, height);
    }

    /** The same image with another detail. */
    public SizedImage with(Detail other) {
        return new SizedImage(width, height, other);
    }
}

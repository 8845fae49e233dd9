package io.epochwise.token.image;

/**
 * The size of an image in pixels, within the range every rule accepts.
 *
 * @param width from 1 to {@link ImageRule#MAX_SIDE}
 * @param height from 1 to {@link ImageRule#MAX_SIDE}
 */
record PixelSize(long width, long height) {
    /** @throws IllegalArgumentException if a side is out of range */
    PixelSize {
        if (width < 1 || height < 1 || width > ImageRule.MAX_SIDE || height > ImageRule.MAX_SIDE) {
            throw new IllegalArgumentException(
                    "image sides must be from 1 to " + ImageRule.MAX_SIDE + " pixels: " + width + " x " + height);
        }
    }

    long longer() {
        return Math.max(width, height);
    }

    long shorter() {
        return Math.min(width, height);
    }

    /** How many squares of that side cover the image. */
    long squares(long side) {
        return ceilDiv(width, side) * ceilDiv(height, side);
    }

    /** The quotient of two numbers above zero, rounded up. */
    static long ceilDiv(long dividend, long divisor) {
        return (dividend - 1) / divisor + 1;
    }
}

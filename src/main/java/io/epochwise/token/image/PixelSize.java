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
        check(width, height);
    }

    /** @throws IllegalArgumentException if a side is out of range */
    static void check(long width, long height) {
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

    /**
     * The size scaled down, aspect kept, to that length of the longer side; each side rounded half up, but never below
     * one pixel. Unchanged where it is no longer than that.
     */
    PixelSize within(long longest) {
        long longer = longer();
        return longer <= longest
                ? this
                : new PixelSize(scaledHalfUp(width, longest, longer), scaledHalfUp(height, longest, longer));
    }

    private static long scaledHalfUp(long side, long numerator, long denominator) {
        return Math.max(1, (2 * side * numerator + denominator) / (2 * denominator));
    }

    /**
     * The most squares a grid can have: the greatest product of two sides, each at most {@code perSide}, that is at most
     * {@code limit}. Takes as many steps as the shorter side of that grid can have squares.
     */
    static long mostSquares(long perSide, long limit) {
        long most = 0;
        for (long shorter = 1; shorter <= Math.min(perSide, limit / shorter); shorter++) {
            most = Math.max(most, shorter * Math.min(perSide, limit / shorter));
        }
        return most;
    }

    /** The quotient of two numbers above zero, rounded up. */
    static long ceilDiv(long dividend, long divisor) {
        return (dividend - 1) / divisor + 1;
    }
}

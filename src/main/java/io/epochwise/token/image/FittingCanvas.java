package io.epochwise.token.image;

/**
 * How the Llama models with vision choose a canvas of square tiles: the one that enlarges the image least; if none holds
 * the image unscaled, the one that shrinks it least; of equals, the one of the fewest tiles.
 */
final class FittingCanvas {
    /** A quotient in the precision of the implementation followed. */
    @FunctionalInterface
    interface Quotient {
        double of(long dividend, long divisor);
    }

    private final long tile;
    private final long maxTiles;
    private final Quotient quotient;

    /**
     * @param tile side of a tile in pixels
     * @param maxTiles most tiles of a canvas
     * @param quotient how canvas and image are divided
     */
    FittingCanvas(long tile, long maxTiles, Quotient quotient) {
        this.tile = tile;
        this.maxTiles = maxTiles;
        this.quotient = quotient;
    }

    /** The tiles of the image's canvas. */
    long tiles(PixelSize image) {
        double bestScale = 0;
        long fewest = 0;
        for (long rows = 1; rows <= maxTiles; rows++) {
            double scaleOfHeight = quotient.of(rows * tile, image.height());
            for (long columns = 1; columns <= maxTiles / rows; columns++) {
                double scale = Math.min(scaleOfHeight, quotient.of(columns * tile, image.width()));
                long tiles = rows * columns;
                if (isCloser(scale, bestScale) || scale == bestScale && tiles < fewest) {
                    bestScale = scale;
                    fewest = tiles;
                }
            }
        }
        return fewest;
    }

    private static boolean isCloser(double scale, double best) {
        return best < 1 ? scale > best : scale >= 1 && scale < best;
    }
}

package io.epochwise.token.image;

import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The grid of tiles whose aspect ratio is closest to that of an image, as InternVL and Phi-4-multimodal choose it. It does
 * not grow with the image: 4:3 takes 12 tiles, however small.
 */
final class ClosestAspectRatio {
    private final List<Grid> grids;
    private final long tile;

    /**
     * @param tile side of a tile in pixels
     * @param maxTiles most tiles of a grid
     */
    ClosestAspectRatio(long tile, long maxTiles) {
        this.tile = tile;
        grids = LongStream.rangeClosed(1, maxTiles)
                .boxed()
                .flatMap(columns ->
                        LongStream.rangeClosed(1, maxTiles / columns).mapToObj(rows -> new Grid(rows, columns)))
                .sorted(Comparator.comparingLong(Grid::cells).thenComparingLong(Grid::columns))
                .toList();
    }

    /** The closest grid; of equally close ones the largest that the image fills by more than half. */
    Grid of(PixelSize image) {
        double ratio = (double) image.width() / image.height();
        double least = Double.POSITIVE_INFINITY;
        Grid closest = null;
        for (Grid grid : grids) {
            double difference = Math.abs(ratio - (double) grid.columns() / grid.rows());
            if (difference < least || difference == least && fillsHalf(image, grid)) {
                least = difference;
                closest = grid;
            }
        }
        return closest;
    }

    private boolean fillsHalf(PixelSize image, Grid grid) {
        return 2 * image.width() * image.height() > tile * tile * grid.cells();
    }
}

package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The "any resolution" step of LLaVA: an image is fitted, aspect kept, into the best of several canvases of square tiles,
 * and the rows or columns of features that hold only padding are cut off again. Binary fractions and their rounding are
 * those of the Python code.
 */
final class AnyResolution {
    private final List<Grid> canvases;
    private final long tile;
    private final long featuresPerSide;
    private final boolean roundsToSevenDecimals;

    /**
     * @param canvases rows and columns of tiles, in the order in which a tie is decided
     * @param tile side of a tile in pixels
     * @param featuresPerSide features along the side of a tile
     * @param roundsToSevenDecimals whether the features that hold the image are rounded to 7 decimals, half to even,
     *     before the fraction is dropped
     */
    AnyResolution(List<Grid> canvases, long tile, long featuresPerSide, boolean roundsToSevenDecimals) {
        this.canvases = List.copyOf(canvases);
        this.tile = tile;
        this.featuresPerSide = featuresPerSide;
        this.roundsToSevenDecimals = roundsToSevenDecimals;
    }

    /** The features of the image that are left without padding. */
    Grid features(PixelSize image) {
        return withoutPadding(image, features(bestFit(image)));
    }

    private Grid features(Grid canvas) {
        return new Grid(canvas.rows() * featuresPerSide, canvas.columns() * featuresPerSide);
    }

    /** The canvas that keeps the most pixels of the image; of those, the one that wastes the fewest of its own. */
    private Grid bestFit(PixelSize image) {
        long width = image.width();
        long height = image.height();
        Grid best = null;
        long mostKept = 0;
        long leastWasted = Long.MAX_VALUE;
        for (Grid canvas : canvases) {
            long canvasWidth = canvas.columns() * tile;
            long canvasHeight = canvas.rows() * tile;
            double scale = Math.min((double) canvasWidth / width, (double) canvasHeight / height);
            long scaled = (long) (width * scale) * (long) (height * scale);
            long kept = Math.min(scaled, width * height);
            long wasted = canvasWidth * canvasHeight - kept;
            if (kept > mostKept || kept == mostKept && wasted < leastWasted) {
                best = canvas;
                mostKept = kept;
                leastWasted = wasted;
            }
        }
        return best;
    }

    private Grid withoutPadding(PixelSize image, Grid canvas) {
        double width = image.width();
        double height = image.height();
        double rows = canvas.rows();
        double columns = canvas.columns();
        return width / height > columns / rows
                ? new Grid(trimmed(canvas.rows(), whole(height * (columns / width))), canvas.columns())
                : new Grid(canvas.rows(), trimmed(canvas.columns(), whole(width * (rows / height))));
    }

    private long whole(double features) {
        return roundsToSevenDecimals
                ? new BigDecimal(features).setScale(7, RoundingMode.HALF_EVEN).longValue()
                : (long) features;
    }

    /** Cuts the same number off both ends, so one may be left that is only padding. */
    private static long trimmed(long length, long holdingImage) {
        return length - (length - holdingImage) / 2 * 2;
    }

    /**
     * The least and the most tokens of any image. No image leaves so much padding that the canvas of fewer rows or columns
     * would have held it at the same scale, since that wastes less; of what is left, every grid is tried.
     *
     * @param tokens how many tokens the features of an image give
     */
    TokenRange bounds(ToLongFunction<Grid> tokens) {
        LongSummaryStatistics possible = canvases.stream()
                .flatMap(canvas -> Stream.concat(trimmedRows(canvas), trimmedColumns(canvas)))
                .collect(Collectors.summarizingLong(tokens));
        return TokenRange.between(possible.getMin(), possible.getMax());
    }

    private Stream<Grid> trimmedRows(Grid canvas) {
        long fewer = canvases.stream()
                .filter(other -> other.columns() == canvas.columns() && other.rows() < canvas.rows())
                .mapToLong(Grid::rows)
                .max()
                .orElse(0);
        Grid full = features(canvas);
        return LongStream.rangeClosed(fewer * featuresPerSide, full.rows())
                .mapToObj(rows -> new Grid(trimmed(full.rows(), rows), full.columns()));
    }

    private Stream<Grid> trimmedColumns(Grid canvas) {
        long fewer = canvases.stream()
                .filter(other -> other.rows() == canvas.rows() && other.columns() < canvas.columns())
                .mapToLong(Grid::columns)
                .max()
                .orElse(0);
        Grid full = features(canvas);
        return LongStream.rangeClosed(fewer * featuresPerSide, full.columns())
                .mapToObj(columns -> new Grid(full.rows(), trimmed(full.columns(), columns)));
    }
}

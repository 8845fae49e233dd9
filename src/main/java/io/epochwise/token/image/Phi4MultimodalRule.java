package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Set;

/**
 * Phi-4-multimodal: the image on a canvas of crops, without the padding, and the whole image on one crop.
 *
 * <ol>
 *   <li>Columns and rows of crops are the sides divided by {@code crop}, rounded up. If their product is above
 *       {@code maxCrops}, the grid of the closest aspect ratio is taken instead, as in {@link InternVlRule}.
 *   <li>The image is scaled, enlarged too, to the width or the height of that canvas, whichever it reaches first; the other
 *       side drops its fraction.
 *   <li>If a side then has fewer than 10 pixels the image is rejected.
 *   <li>One token covers a square of 2 x 2 patches; c and r are the columns and rows of such squares that hold the image,
 *       g those along a crop's side. Tokens = g^2 + 1 + c x r + r + g: the whole image, a separator, the squares, a newline
 *       for each of their rows and for each row of the whole image. With the parameters below, 256 + 1 + c x r + r + 16.
 * </ol>
 *
 * <p>Low, expected and high are one figure.
 *
 * <p>Parameters, all required whole numbers: {@code crop} (448, in pixels, from 10 to 10,000, a multiple of 2 x
 * {@code patch}); {@code maxCrops} (36, to 100); {@code patch} (14, in pixels).
 *
 * <p>Source: transformers 5.18.0 ({@code Phi4MultimodalImageProcessor}), whose mask of valid patches, halved, is c x r.
 */
final class Phi4MultimodalRule extends SizeOnlyRule {
    static final String ID = "phi-4-multimodal";

    private static final long LEAST_PIXELS = 10;

    private final ClosestAspectRatio grids;
    private final long crop;
    private final long maxCrops;
    private final long square;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    Phi4MultimodalRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("crop", "maxCrops", "patch"));
        crop = parameters.integer("crop", 10, 10_000);
        maxCrops = parameters.integer("maxCrops", 1, 100);
        square = 2L * parameters.integer("patch", 1, 10_000);
        if (crop % square != 0) {
            throw new IllegalArgumentException("parameter crop must be a multiple of 2 x patch: " + crop);
        }
        grids = new ClosestAspectRatio(crop, maxCrops);
    }

    @Override
    ImageTokens tokens(PixelSize image) {
        Grid canvas = canvas(image);
        long width = crop * canvas.columns();
        long height = crop * canvas.rows();
        double scaleOfWidth = (double) width / image.width();
        double scaleOfHeight = (double) height / image.height();
        if (scaleOfWidth < scaleOfHeight) {
            height = (long) (image.height() * scaleOfWidth);
        } else {
            width = (long) (image.width() * scaleOfHeight);
        }
        if (Math.min(width, height) < LEAST_PIXELS) {
            return new ImageTokens.Rejected("the aspect ratio is too extreme: scaled to " + width + " x " + height
                    + " pixels, a side has fewer than " + LEAST_PIXELS);
        }
        Grid squares = new Grid(PixelSize.ceilDiv(height, square), PixelSize.ceilDiv(width, square));
        return new ImageTokens.Counted(TokenRange.exactly(tokens(squares)));
    }

    private Grid canvas(PixelSize image) {
        Grid covering = new Grid(PixelSize.ceilDiv(image.height(), crop), PixelSize.ceilDiv(image.width(), crop));
        return covering.cells() > maxCrops ? grids.of(image) : covering;
    }

    private long tokens(Grid squares) {
        long perSide = crop / square;
        return perSide * perSide + 1 + squares.cellsAndRowEnds() + perSide;
    }

    /** The least is an image as wide as a crop and of the fewest pixels in height, the most a full column of crops. */
    @Override
    TokenRange bounds() {
        long perSide = crop / square;
        return TokenRange.between(
                tokens(new Grid(PixelSize.ceilDiv(LEAST_PIXELS, square), perSide)),
                tokens(new Grid(perSide * maxCrops, perSide)));
    }
}

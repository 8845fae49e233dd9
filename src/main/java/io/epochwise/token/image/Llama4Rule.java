package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Set;

/**
 * Llama 4 (Scout and Maverick): the tiles of the fitting canvas and a global tile.
 *
 * <ol>
 *   <li>The canvas is found as in {@link Llama32VisionRule}, each quotient of the scales in 32-bit floating point.
 *   <li>One tile: {@code tokensPerTile} + 3, the tile between the markers image-start, image and image-end.
 *   <li>Several, R rows of C columns: R x C x {@code tokensPerTile}, C - 1 column separators and one row separator for
 *       each row, then the global tile with its three markers: ({@code tokensPerTile} + 1) x R x C +
 *       {@code tokensPerTile} + 3.
 * </ol>
 *
 * <p>No image is rejected. Low, expected and high are one figure.
 *
 * <p>Parameters, all required: {@code tile} (336, in pixels, to 10,000); {@code maxTiles} (16, to 100);
 * {@code tokensPerTile} (144).
 *
 * <p>Source: transformers 5.18.0 ({@code Llama4ImageProcessor} without {@code resize_to_max_canvas} for the canvas,
 * {@code Llama4Processor} for the markers).
 */
final class Llama4Rule extends SizeOnlyRule {
    static final String ID = "llama-4";

    private final FittingCanvas canvas;
    private final long maxTiles;
    private final long tokensPerTile;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    Llama4Rule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("tile", "maxTiles", "tokensPerTile"));
        maxTiles = parameters.integer("maxTiles", 1, 100);
        canvas = new FittingCanvas(
                parameters.integer("tile", 1, 10_000), maxTiles, (dividend, divisor) -> (float) dividend / divisor);
        tokensPerTile = parameters.tokens("tokensPerTile");
    }

    @Override
    ImageTokens tokens(PixelSize image) {
        return new ImageTokens.Counted(TokenRange.exactly(tokens(canvas.tiles(image))));
    }

    private long tokens(long tiles) {
        long globalTile = tokensPerTile + 3;
        return tiles == 1 ? globalTile : (tokensPerTile + 1) * tiles + globalTile;
    }

    @Override
    TokenRange bounds() {
        return TokenRange.between(tokens(1), tokens(maxTiles));
    }
}

package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Set;

/**
 * Idefics3 and SmolVLM: the image is scaled, enlarged too, to a longest edge, cut into tiles, and shown once more as a
 * whole. So a small square costs as much as a large one.
 *
 * <ol>
 *   <li>If width is at least height: width = {@code longestEdge}, height = {@code longestEdge} / (width / height), else
 *       height = {@code longestEdge}, width = {@code longestEdge} x (width / height). The other side drops its fraction,
 *       takes 1 more if odd, and is at least 1.
 *   <li>Rows and columns are the sides divided by {@code tile}, rounded up.
 *   <li>Tokens = {@code tokensPerTile} + 3 + rows x (({@code tokensPerTile} + 2) x columns + 1): 3 markers of the whole
 *       image, 2 of each tile, a newline for each row. If one tile holds the image it is only shown whole.
 * </ol>
 *
 * <p>The last row's newline merges with the one before the whole image. A tokenizer that makes two tokens of them adds 1,
 * which high covers. No image is rejected.
 *
 * <p>Parameters, all required whole numbers: {@code longestEdge} and {@code tile}, in pixels, to 4,096, above which the
 * model scales down once more (1456 and 364 for Idefics3-8B, 2048 and 512 for SmolVLM 256M and 500M);
 * {@code tokensPerTile} (169 and 64).
 *
 * <p>Source: transformers 5.18.0 ({@code Idefics3ImageProcessor}, {@code Idefics3Processor}).
 */
final class Idefics3Rule extends SizeOnlyRule {
    static final String ID = "idefics3";

    private static final int MOST_PIXELS = 4_096;

    private final long longestEdge;
    private final long tile;
    private final long tokensPerTile;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    Idefics3Rule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("longestEdge", "tile", "tokensPerTile"));
        longestEdge = parameters.integer("longestEdge", 1, MOST_PIXELS);
        tile = parameters.integer("tile", 1, MOST_PIXELS);
        tokensPerTile = parameters.tokens("tokensPerTile");
    }

    @Override
    ImageTokens tokens(PixelSize image) {
        return new ImageTokens.Counted(tokens(tiles(image)));
    }

    private Grid tiles(PixelSize image) {
        double ratio = (double) image.width() / image.height();
        return image.width() >= image.height()
                ? new Grid(tiles(even(longestEdge / ratio)), tiles(longestEdge))
                : new Grid(tiles(longestEdge), tiles(even(longestEdge * ratio)));
    }

    private static long even(double length) {
        long whole = (long) length;
        return Math.max(1, whole + whole % 2);
    }

    private long tiles(long length) {
        return PixelSize.ceilDiv(length, tile);
    }

    private TokenRange tokens(Grid tiles) {
        long whole = tokensPerTile + 3;
        if (tiles.cells() == 1) {
            return TokenRange.exactly(whole);
        }
        long tokens = whole + (tokensPerTile + 2) * tiles.cells() + tiles.rows();
        return new TokenRange(tokens, tokens, tokens + 1);
    }

    /** The least is a strip of one row, the most a square. */
    @Override
    TokenRange bounds() {
        return TokenRange.between(
                tokens(tiles(new PixelSize(MAX_SIDE, 1))).low(),
                tokens(tiles(new PixelSize(1, 1))).high());
    }
}

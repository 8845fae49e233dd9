package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Set;

/**
 * InternVL 2.5 and InternVL 3: the grid of tiles of the closest aspect ratio, and a thumbnail.
 *
 * <ol>
 *   <li>Candidates are all grids of i columns and j rows with i x j at most {@code maxTiles}, by ascending i x j, then by
 *       ascending i.
 *   <li>The one of the least |width / height - i / j| is taken. Of equals a later one is taken only if the image has more
 *       than half its pixels.
 *   <li>One more tile is the thumbnail if there is more than one.
 *   <li>Tokens = tiles x {@code tokensPerTile} + 2, the markers of start and end.
 * </ol>
 *
 * <p>No image is rejected. Low, expected and high are one figure. Tokens do not grow with pixels: 640 x 480 takes all 12
 * tiles and the thumbnail.
 *
 * <p>Parameters, all required: {@code tile} (448, in pixels, to 10,000); {@code tokensPerTile} (256); {@code maxTiles}
 * (12, or 6; to 100).
 *
 * <p>Source: transformers 5.18.0 ({@code GotOcr2ImageProcessor}, {@code InternVLProcessor}), to which the original
 * {@code dynamic_preprocess} is equal.
 */
final class InternVlRule extends SizeOnlyRule {
    static final String ID = "internvl";

    private final ClosestAspectRatio grids;
    private final long tokensPerTile;
    private final long maxTiles;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    InternVlRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("tile", "tokensPerTile", "maxTiles"));
        maxTiles = parameters.integer("maxTiles", 1, 100);
        grids = new ClosestAspectRatio(parameters.integer("tile", 1, 10_000), maxTiles);
        tokensPerTile = parameters.tokens("tokensPerTile");
    }

    @Override
    ImageTokens tokens(PixelSize image) {
        return new ImageTokens.Counted(TokenRange.exactly(tokens(grids.of(image).cells())));
    }

    private long tokens(long tiles) {
        long thumbnail = tiles > 1 ? 1 : 0;
        return (tiles + thumbnail) * tokensPerTile + 2;
    }

    /** A single pixel is one tile, a row of the most tiles is so many. */
    @Override
    TokenRange bounds() {
        return TokenRange.between(tokens(1), tokens(maxTiles));
    }
}

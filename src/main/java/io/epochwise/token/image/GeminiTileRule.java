package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Set;

/**
 * Google's rule of plain tiles (the Gemini API's wording for Gemini 2.0): an image with both sides at most {@code
 * smallSide} is one tile, any other as many as squares of {@code tile} cover it; each counts {@code tokensPerTile}.
 * Nothing is scaled and no crop unit is stated, in which it differs from {@link GeminiCropTileRule}. Low, expected and
 * high are one figure.
 *
 * <p>Parameters, all required whole numbers: {@code tokensPerTile} (258); {@code smallSide} (384) and {@code tile} (768)
 * in pixels.
 *
 * <p>Source: G-IMG-API.
 */
final class GeminiTileRule extends SizeOnlyRule {
    static final String ID = "gemini-tiles-768";

    private final long tokensPerTile;
    private final long smallSide;
    private final long tile;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    GeminiTileRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("tokensPerTile", "smallSide", "tile"));
        tokensPerTile = parameters.tokens("tokensPerTile");
        smallSide = parameters.pixels("smallSide");
        tile = parameters.pixels("tile");
    }

    @Override
    ImageTokens tokens(PixelSize size) {
        return new ImageTokens.Counted(TokenRange.exactly(figure(size)));
    }

    private long figure(PixelSize size) {
        return tokensPerTile * (size.longer() <= smallSide ? 1 : size.squares(tile));
    }

    @Override
    TokenRange bounds() {
        return TokenRange.between(tokensPerTile, figure(new PixelSize(MAX_SIDE, MAX_SIDE)));
    }
}

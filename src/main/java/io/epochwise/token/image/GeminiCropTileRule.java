package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Set;

/**
 * Google's rule of tiles of a crop unit (Gemini 1.5 and 2.0).
 *
 * <ol>
 *   <li>If both sides are at most {@code smallSide}, the image is one tile.
 *   <li>Otherwise the unit is the shorter side divided by 1.5, but at least {@code minUnit} and at most {@code maxUnit}.
 *   <li>The image is as many tiles as squares of that unit cover it; each counts {@code tokensPerTile}.
 * </ol>
 *
 * <p>That is the expected value, and the unit is a fraction. Low and high cover two more readings: a unit rounded down to
 * whole pixels ("roughly" so, G-IMG-NOTES), which never counts less; and of an image with a side above {@code maxSide} that
 * it is first "scaled down" to fit a square of {@code maxSide} (G-IMG-FIREBASE), aspect kept, sides rounded half up. The
 * same text has it "padded"; whether padding adds tiles is not stated, and none are added.
 *
 * <p>Parameters, all required whole numbers: {@code tokensPerTile} (258); {@code smallSide} (384), {@code minUnit} (256),
 * {@code maxUnit} (768) and {@code maxSide} (3072) in pixels.
 *
 * <p>Sources: G-IMG-VERTEX, G-IMG-API and G-IMG-FIREBASE for the steps. The arithmetic is exact, in thirds of a pixel.
 */
final class GeminiCropTileRule extends SizeOnlyRule {
    static final String ID = "gemini-crop-tiles";

    private final long tokensPerTile;
    private final long smallSide;
    private final long minUnit;
    private final long maxUnit;
    private final long maxSide;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    GeminiCropTileRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("tokensPerTile", "smallSide", "minUnit", "maxUnit", "maxSide"));
        tokensPerTile = parameters.tokens("tokensPerTile");
        smallSide = parameters.pixels("smallSide");
        minUnit = parameters.pixels("minUnit");
        maxUnit = parameters.pixels("maxUnit");
        if (minUnit > maxUnit) {
            throw new IllegalArgumentException("parameter minUnit must be at most maxUnit: " + minUnit);
        }
        maxSide = parameters.pixels("maxSide");
    }

    @Override
    ImageTokens tokens(PixelSize size) {
        PixelSize scaled = size.within(maxSide);
        long expected = tiles(size);
        return new ImageTokens.Counted(new TokenRange(
                        Math.min(expected, tiles(scaled)),
                        expected,
                        Math.max(tilesOfWholeUnit(size), tilesOfWholeUnit(scaled)))
                .times(tokensPerTile));
    }

    private long tiles(PixelSize size) {
        return tiles(size, 2 * size.shorter());
    }

    private long tilesOfWholeUnit(PixelSize size) {
        return tiles(size, 3 * (2 * size.shorter() / 3));
    }

    /** @param unit before its limits, in thirds of a pixel */
    private long tiles(PixelSize size, long unit) {
        if (size.longer() <= smallSide) {
            return 1;
        }
        long limited = Math.min(Math.max(unit, 3 * minUnit), 3 * maxUnit);
        return PixelSize.ceilDiv(3 * size.width(), limited) * PixelSize.ceilDiv(3 * size.height(), limited);
    }

    /**
     * The most tiles have the largest square, of the greatest unit, or the longest strip of the least unit, as wide as
     * that unit (rounded down) allows. Between the two the unit grows with the strip, which stays two tiles wide at most.
     */
    @Override
    TokenRange bounds() {
        long widest = Math.min(PixelSize.ceilDiv(3 * (minUnit + 1), 2) - 1, MAX_SIDE);
        long most = Math.max(
                tilesOfWholeUnit(new PixelSize(MAX_SIDE, widest)), tilesOfWholeUnit(new PixelSize(MAX_SIDE, MAX_SIDE)));
        return TokenRange.between(tokensPerTile, most * tokensPerTile);
    }
}

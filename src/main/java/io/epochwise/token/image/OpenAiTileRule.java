package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Set;

/**
 * OpenAI's rule of 512-pixel tiles (GPT-4o, GPT-4.1, GPT-5, o1, o3): the image is scaled down to at most 2048 pixels on
 * the longer side, then to at most 768 on the shorter, and every tile it then touches costs the same. It is never
 * enlarged. {@code low} is the base figure whatever the size; {@code auto} means {@code high}; {@code original} is
 * rejected. Reported tokens equal the rule exactly, so low, expected and high are one figure.
 *
 * <p>Parameters, all required whole numbers: {@code base} and {@code perTile} in tokens, zero or more; {@code maxSide}
 * (2048), {@code shortSide} (768) and {@code tile} (512) in pixels, from 1.
 *
 * <p>Sources: OA-IMG-NEW for the steps, for rounding down in the second one and for never enlarging. Rounding down in
 * the first step is derived; rounding to nearest would change few sizes, 519 x 2073 being one.
 */
final class OpenAiTileRule implements ImageRule {
    static final String ID = "openai-tile-512";

    private final long base;
    private final long perTile;
    private final long maxSide;
    private final long shortSide;
    private final long tile;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    OpenAiTileRule(RuleParameters parameters) {
        parameters.only(Set.of("base", "perTile", "maxSide", "shortSide", "tile"));
        base = parameters.integer("base");
        perTile = parameters.integer("perTile");
        maxSide = pixels(parameters, "maxSide");
        shortSide = pixels(parameters, "shortSide");
        tile = pixels(parameters, "tile");
    }

    private static int pixels(RuleParameters parameters, String name) {
        int pixels = parameters.integer(name);
        if (pixels == 0) {
            throw new IllegalArgumentException("parameter " + name + " must be at least 1");
        }
        return pixels;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ImageTokens tokens(int width, int height, Detail detail) {
        PixelSize size = new PixelSize(width, height);
        return switch (detail) {
            case LOW -> new ImageTokens.Counted(TokenRange.exactly(base));
            case HIGH, AUTO -> new ImageTokens.Counted(TokenRange.exactly(tokens(tiles(size))));
            case ORIGINAL -> ImageTokens.Rejected.unsupported(detail);
        };
    }

    private long tokens(long tiles) {
        return Math.addExact(base, Math.multiplyExact(perTile, tiles));
    }

    /** The count does not depend on which side is which, so only the longer and the shorter are followed. */
    private long tiles(PixelSize size) {
        long longer = size.longer();
        long shorter = size.shorter();
        if (longer > maxSide) {
            // A strip thinner than one pixel does not exist.
            shorter = Math.max(1, shorter * maxSide / longer);
            longer = maxSide;
        }
        if (shorter > shortSide) {
            longer = longer * shortSide / shorter;
            shorter = shortSide;
        }
        return new PixelSize(longer, shorter).squares(tile);
    }

    @Override
    public TokenRange bounds(Detail detail) {
        return switch (detail) {
            case LOW -> TokenRange.exactly(base);
            case HIGH, AUTO -> TokenRange.between(tokens(1), tokens(mostTiles()));
            case ORIGINAL ->
                throw new IllegalArgumentException(
                        ImageTokens.Rejected.unsupported(detail).reason());
        };
    }

    /** Scaling leaves both sides within their limits, and an image exactly at the limits is not scaled. */
    private long mostTiles() {
        long longer = Math.min(maxSide, MAX_SIDE);
        return new PixelSize(longer, Math.min(shortSide, longer)).squares(tile);
    }
}

package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.List;
import java.util.Set;

/**
 * LLaVA-NeXT (LLaVA 1.6): the whole image on one tile, and the image on the best of five canvases of tiles.
 *
 * <ol>
 *   <li>The canvases are, in this order, 1 x 2, 2 x 1, 2 x 2, 3 x 1 and 1 x 3 tiles, rows before columns. The image is
 *       scaled to fit into each, enlarged or not. The one that keeps the most pixels of the image is taken, then the one
 *       that wastes the fewest of its own, then the first.
 *   <li>Each tile has {@code grid} x {@code grid} features. Rows or columns of features that hold only padding are cut
 *       off, as many on either side.
 *   <li>Tokens = {@code baseTokens} + rows x columns + rows: the base image, the features, a newline for each row.
 * </ol>
 *
 * <p>No image is rejected: of one so long and thin that no pixel would be left on any canvas, the canvas of the fewest
 * pixels is taken, and no feature may be left.
 *
 * <p>Two implementations read the list of canvases differently, so that a tie goes to another canvas: rows before
 * columns in transformers 5.18.0 ({@code LlavaNextProcessor}), columns before rows in the original repository
 * haotian-liu/LLaVA, commit c121f043. The latter also does not round the rows and columns that hold the image to 7
 * decimals before it drops the fraction. Expected is the reading that {@code order} names, low and high cover both. They
 * differ for nearly every image with both sides below a tile, where one can count twice the other, and hardly elsewhere.
 *
 * <p>Parameters, all required: {@code tile} (336, in pixels, to 10,000); {@code grid} (24, features along a tile's side,
 * to 128); {@code baseTokens} (576); {@code order}, {@code height-first} for transformers or {@code width-first} for the
 * original repository.
 */
final class LlavaNextRule extends SizeOnlyRule {
    static final String ID = "llava-next";

    private static final List<Grid> CANVASES =
            List.of(new Grid(1, 2), new Grid(2, 1), new Grid(2, 2), new Grid(3, 1), new Grid(1, 3));
    private static final List<Grid> CANVASES_READ_WIDTH_FIRST = CANVASES.stream()
            .map(canvas -> new Grid(canvas.columns(), canvas.rows()))
            .toList();

    private final AnyResolution followed;
    private final AnyResolution other;
    private final long baseTokens;
    private final TokenRange bounds;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    LlavaNextRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("tile", "grid", "baseTokens", "order"));
        long tile = parameters.integer("tile", 1, 10_000);
        long grid = parameters.integer("grid", 1, 128);
        baseTokens = parameters.tokens("baseTokens");
        AnyResolution heightFirst = new AnyResolution(CANVASES, tile, grid, true);
        AnyResolution widthFirst = new AnyResolution(CANVASES_READ_WIDTH_FIRST, tile, grid, false);
        boolean isHeightFirst = parameters
                .oneOf("order", List.of("height-first", "width-first"))
                .equals("height-first");
        followed = isHeightFirst ? heightFirst : widthFirst;
        other = isHeightFirst ? widthFirst : heightFirst;
        // Both readings have the same canvases, so each can leave the same features.
        bounds = followed.bounds(this::tokens);
    }

    @Override
    ImageTokens tokens(PixelSize image) {
        long expected = tokens(followed.features(image));
        long otherwise = tokens(other.features(image));
        return new ImageTokens.Counted(
                new TokenRange(Math.min(expected, otherwise), expected, Math.max(expected, otherwise)));
    }

    private long tokens(Grid features) {
        return baseTokens + features.cellsAndRowEnds();
    }

    @Override
    TokenRange bounds() {
        return bounds;
    }
}

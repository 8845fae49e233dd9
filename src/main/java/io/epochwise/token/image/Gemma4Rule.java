package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.List;
import java.util.Set;

/**
 * Gemma 4: the image is scaled, enlarged too, to as many squares of pixels as the limit of soft tokens allows; each square
 * is a token.
 *
 * <ol>
 *   <li>A square's side is {@code patch} x {@code pooling} pixels. F = sqrt({@code maxSoftTokens} x side^2 / (height x
 *       width)).
 *   <li>Rows = F x height / side, rounded down; columns = F x width / side, rounded down.
 *   <li>If there are no rows: 1 row, and width / height columns, rounded down, but at most {@code maxSoftTokens}. Likewise
 *       if there are no columns.
 *   <li>Tokens = rows x columns.
 * </ol>
 *
 * <p>The published code also rejects a grid of no squares or of too many. Neither can arise, since rows x columns before
 * rounding is the limit. Low and expected are the soft tokens. High adds 3: transformers adds 2, the markers of begin and
 * end, while SGLang's published counts are the rule and 3.
 *
 * <p>Parameters, all required whole numbers: {@code maxSoftTokens} (70, 140, 280, 560 or 1120, as the model takes no
 * other); {@code patch} (16, in pixels, to 1,000); {@code pooling} (3, to 100).
 *
 * <p>Source: transformers 5.18.0 ({@code Gemma4ImageProcessor}).
 */
final class Gemma4Rule extends SizeOnlyRule {
    static final String ID = "gemma-4";

    private static final List<Integer> LIMITS = List.of(70, 140, 280, 560, 1120);
    private static final long MOST_MARKERS = 3;

    private final long maxSoftTokens;
    private final long side;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    Gemma4Rule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("maxSoftTokens", "patch", "pooling"));
        int limit = parameters.integer("maxSoftTokens");
        if (!LIMITS.contains(limit)) {
            throw new IllegalArgumentException("parameter maxSoftTokens must be one of " + LIMITS + ": " + limit);
        }
        maxSoftTokens = limit;
        side = (long) parameters.integer("patch", 1, 1_000) * parameters.integer("pooling", 1, 100);
    }

    @Override
    ImageTokens tokens(PixelSize image) {
        double factor = Math.sqrt((double) (maxSoftTokens * side * side) / (image.height() * image.width()));
        long rows = (long) Math.floor(factor * image.height() / side);
        long columns = (long) Math.floor(factor * image.width() / side);
        long tokens =
                rows == 0 || columns == 0 ? Math.min(image.longer() / image.shorter(), maxSoftTokens) : rows * columns;
        return new ImageTokens.Counted(new TokenRange(tokens, tokens, tokens + MOST_MARKERS));
    }

    /**
     * A strip of more than the limit of squares has just the limit. Rounding down costs most where one side is just below
     * 2 and the other just above half the limit; where they are exactly that, such as 595 x 34 by a limit of 70, the
     * binary fractions of both can fall short, which costs one more.
     */
    @Override
    TokenRange bounds() {
        return TokenRange.between(maxSoftTokens / 2 - 1, maxSoftTokens + MOST_MARKERS);
    }
}

package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Set;

/**
 * Anthropic's rule of 28-pixel patches: every patch the image touches is one token. The image fits if it has at most
 * {@code maxTokens} patches and neither side, padded to whole patches, is longer than {@code maxEdge}. One that does not
 * fit is scaled down to the largest whole number of pixels of its longer side at which it does, the shorter side keeping
 * the aspect ratio, rounded half to even, at least one pixel. It is never enlarged, and padding does not change the
 * count.
 *
 * <p>Parameters, all required whole numbers: {@code patch} (28) and {@code maxEdge}, at least one patch, in pixels;
 * {@code maxTokens}. They are 1568 and 1568 in the standard tier, 2576 and 4784 in the high-resolution tier.
 *
 * <p>Low, expected and high are one figure, the documented one. Of large images recorded responses show other counts
 * (fewer on Claude 5.5, slightly more on Haiku 4.5), but too little is known of them to give a range.
 *
 * <p>Sources: C-COORD for the resize, whose binary search and binary fractions are kept; C-VISION for the tiers.
 */
final class ClaudePatchRule extends SizeOnlyRule {
    static final String ID = "claude-patch-28";

    private final long patch;
    private final long mostPerSide;
    private final long maxTokens;
    private final TokenRange bounds;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    ClaudePatchRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("patch", "maxEdge", "maxTokens"));
        patch = parameters.pixels("patch");
        mostPerSide = parameters.pixels("maxEdge") / patch;
        if (mostPerSide == 0) {
            throw new IllegalArgumentException("parameter maxEdge must be at least one patch of " + patch);
        }
        maxTokens = parameters.tokens("maxTokens");
        bounds = TokenRange.between(1, PixelSize.mostSquares(mostPerSide, maxTokens));
    }

    @Override
    ImageTokens tokens(PixelSize size) {
        return new ImageTokens.Counted(TokenRange.exactly((fits(size) ? size : largestThatFits(size)).squares(patch)));
    }

    private boolean fits(PixelSize size) {
        return PixelSize.ceilDiv(size.longer(), patch) <= mostPerSide && size.squares(patch) <= maxTokens;
    }

    /** The count does not depend on which side is which, so the longer side is taken for the width. */
    private PixelSize largestThatFits(PixelSize size) {
        double aspect = (double) size.longer() / size.shorter();
        long fitting = 1;
        long tooLong = size.longer();
        while (fitting + 1 < tooLong) {
            long middle = (fitting + tooLong) / 2;
            if (fits(ofWidth(middle, aspect))) {
                fitting = middle;
            } else {
                tooLong = middle;
            }
        }
        return ofWidth(fitting, aspect);
    }

    private static PixelSize ofWidth(long width, double aspect) {
        return new PixelSize(width, Math.max(1, (long) Math.rint(width / aspect)));
    }

    @Override
    TokenRange bounds() {
        return bounds;
    }
}

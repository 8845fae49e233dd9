package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Set;

/**
 * Anthropic's former rule of the area (documented for Claude 3 and 4 until early 2026): width times height divided by
 * 750. The image is scaled down if its longer side exceeds {@code maxEdge}, or if it would count more than "about"
 * {@code maxTokens}. Use {@link ClaudePatchRule} for all but old figures.
 *
 * <ol>
 *   <li>A longer side above {@code maxEdge} becomes {@code maxEdge}, and the shorter one follows. How it is rounded is
 *       not documented: expected takes the nearest pixel, low and high the pixels on either side of it; never below one.
 *   <li>The area is divided by {@code pixelsPerToken}. Rounding is not documented either: expected and high round up, low
 *       rounds down, never below one token.
 *   <li>The sizes documented as the largest that are not resized count from 1,590 to 1,640 tokens, so "about 1,600" is
 *       read as 2.5 % either way. Expected is the quotient up to the upper end, and {@code maxTokens} above it; low is at
 *       most the lower end, high at most the upper. This also holds the counts that images have once they are scaled as
 *       {@link ClaudePatchRule} does with the limits 1568 and 1568, which have exactly those largest sizes.
 * </ol>
 *
 * <p>Parameters, all required whole numbers: {@code pixelsPerToken} (750); {@code maxEdge} (1568, in pixels); {@code
 * maxTokens} (1600).
 *
 * <p>Sources: C-VISION-OLD for formula, limits and the largest sizes; roundings and tolerance are derived.
 */
final class ClaudeAreaRule extends SizeOnlyRule {
    static final String ID = "claude-area-750";

    /** One part in 40 is 2.5 %. */
    private static final long TOLERANCE = 40;

    private final long pixelsPerToken;
    private final long maxEdge;
    private final long maxTokens;
    private final long tolerance;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    ClaudeAreaRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("pixelsPerToken", "maxEdge", "maxTokens"));
        pixelsPerToken = parameters.pixels("pixelsPerToken");
        maxEdge = parameters.pixels("maxEdge");
        maxTokens = parameters.tokens("maxTokens");
        tolerance = maxTokens / TOLERANCE;
    }

    @Override
    ImageTokens tokens(PixelSize size) {
        PixelSize nearest = size.within(maxEdge);
        long edge = nearest.longer();
        // Exact where nothing is scaled: then edge is the longer side.
        long shorterRoundedDown = Math.max(1, size.shorter() * edge / size.longer());
        long shorterRoundedUp = PixelSize.ceilDiv(size.shorter() * edge, size.longer());
        long low = Math.max(1, edge * shorterRoundedDown / pixelsPerToken);
        long expected = PixelSize.ceilDiv(edge * nearest.shorter(), pixelsPerToken);
        long high = PixelSize.ceilDiv(edge * shorterRoundedUp, pixelsPerToken);
        return new ImageTokens.Counted(new TokenRange(
                Math.min(low, maxTokens - tolerance),
                expected <= maxTokens + tolerance ? expected : maxTokens,
                Math.min(high, maxTokens + tolerance)));
    }

    @Override
    TokenRange bounds() {
        long mostOfArea = PixelSize.ceilDiv(maxEdge * maxEdge, pixelsPerToken);
        return TokenRange.between(1, Math.min(mostOfArea, maxTokens + tolerance));
    }
}

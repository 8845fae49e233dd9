package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Set;

/**
 * Models that bring every image to one square before they look at it: (side / patch) squared, plus {@code extraTokens},
 * whatever the size of the image.
 *
 * <p>CLIP crops the image and adds a class token; LLaVA-1.5 drops that token again; PaliGemma and PaliGemma 2 squash the
 * image without keeping its aspect ratio. None rejects an image. Low, expected and high are one figure.
 *
 * <p>Parameters, whole numbers: {@code side}, a multiple of {@code patch}, and {@code patch}, in pixels (224 and 32, 16 or
 * 14, or 336 and 14 for CLIP; 336 and 14 for LLaVA-1.5; 224, 448 or 896 and 14 for PaliGemma); {@code extraTokens}
 * (optional, 0; 1 for CLIP).
 *
 * <p>Source: transformers 5.18.0, {@code CLIPImageProcessor} and {@code CLIPVisionModel}, {@code LlavaProcessor}, {@code
 * PaliGemmaProcessor}.
 */
final class FixedSquareRule extends SizeOnlyRule {
    static final String ID = "fixed-square";

    private final TokenRange tokens;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    FixedSquareRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("side", "patch", "extraTokens"));
        long side = parameters.pixels("side");
        long patch = parameters.pixels("patch");
        if (side % patch != 0) {
            throw new IllegalArgumentException("parameter side must be a multiple of patch: " + side + ", " + patch);
        }
        long extraTokens = parameters.has("extraTokens") ? parameters.integer("extraTokens", 0, 1_000_000) : 0;
        tokens = TokenRange.exactly(new PixelSize(side, side).squares(patch) + extraTokens);
    }

    @Override
    ImageTokens tokens(PixelSize size) {
        return new ImageTokens.Counted(tokens);
    }

    @Override
    TokenRange bounds() {
        return tokens;
    }
}

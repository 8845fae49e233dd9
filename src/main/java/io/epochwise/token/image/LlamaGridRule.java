package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Set;

/**
 * How hosts of Llama 3.2 Vision count its tiles of 560 pixels: each side is two tiles from {@code secondTileFrom} pixels
 * on and one below, and each tile of the grid counts {@code tokensPerTile}. So an image is one, two or four tiles. Low,
 * expected and high are one figure.
 *
 * <p>Hosts differ in where the second tile starts: at 1120 on Amazon Bedrock, which divides the side by 560 and rounds
 * down, to at least one and at most two (B-IMGDATA for the height; that the width is alike is derived); at 560 at Together
 * (T-VISION).
 *
 * <p>Parameters, both required whole numbers: {@code tokensPerTile} (1601); {@code secondTileFrom} in pixels.
 */
final class LlamaGridRule extends SizeOnlyRule {
    static final String ID = "llama-grid-560";

    private final long tokensPerTile;
    private final long secondTileFrom;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    LlamaGridRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("tokensPerTile", "secondTileFrom"));
        tokensPerTile = parameters.tokens("tokensPerTile");
        secondTileFrom = parameters.pixels("secondTileFrom");
    }

    @Override
    ImageTokens tokens(PixelSize size) {
        return new ImageTokens.Counted(TokenRange.exactly(figure(size)));
    }

    private long figure(PixelSize size) {
        return tokensPerTile * tiles(size.width()) * tiles(size.height());
    }

    private long tiles(long side) {
        return side >= secondTileFrom ? 2 : 1;
    }

    @Override
    TokenRange bounds() {
        return TokenRange.between(figure(new PixelSize(1, 1)), figure(new PixelSize(MAX_SIDE, MAX_SIDE)));
    }
}

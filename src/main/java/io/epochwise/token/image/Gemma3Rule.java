package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Set;

/**
 * Gemma 3: a constant for each image, and with pan and scan, which is off by default, as much for each crop of a long one.
 *
 * <ol>
 *   <li>Without pan and scan, or if longer / shorter side is below {@code minRatio}: {@code tokens}.
 *   <li>n = longer / shorter, rounded half up; at most longer / {@code minCrop}, rounded down; then at least 2; then at
 *       most {@code maxCrops}.
 *   <li>If longer / n, rounded up, or the shorter side is below {@code minCrop}, there are no crops: {@code tokens}.
 *   <li>Else {@code tokens} x (1 + n).
 * </ol>
 *
 * <p>Low and expected are these soft tokens. High adds about 4 for each of the 1 + n images (begin, end and two newline
 * tokens) and, with crops, the fixed sentence around them, "Here is the original image … and here are some crops to help
 * you see better …". The sentence is an estimate: a token for each of its 15 words, and one for each of the 1 + n spaces
 * after an image or before one that stand alone. No image is rejected.
 *
 * <p>Parameters, all required: {@code tokens} (256); {@code panAndScan}, true or false; {@code minCrop} (256, in pixels,
 * from 2 to 10,000); {@code maxCrops} (4, to 64); {@code minRatio} (1.2, a decimal from 1 to 100).
 *
 * <p>Source: transformers 5.18.0 ({@code Gemma3Processor}).
 */
final class Gemma3Rule extends SizeOnlyRule {
    static final String ID = "gemma-3";

    private static final long WRAPPERS = 4;
    private static final long WORDS = 15;

    private final long tokens;
    private final boolean panAndScan;
    private final long minCrop;
    private final long maxCrops;
    private final double minRatio;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    Gemma3Rule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("tokens", "panAndScan", "minCrop", "maxCrops", "minRatio"));
        tokens = parameters.tokens("tokens");
        panAndScan = parameters.flag("panAndScan");
        minCrop = parameters.integer("minCrop", 2, 10_000);
        maxCrops = parameters.integer("maxCrops", 1, 64);
        minRatio = parameters.decimal("minRatio").doubleValue();
        if (minRatio < 1 || minRatio > 100) {
            throw new IllegalArgumentException("parameter minRatio must be from 1 to 100: " + minRatio);
        }
    }

    @Override
    ImageTokens tokens(PixelSize image) {
        long crops = panAndScan ? crops(image.longer(), image.shorter()) : 0;
        return new ImageTokens.Counted(new TokenRange(softTokens(crops), softTokens(crops), allTokens(crops)));
    }

    private long crops(long longer, long shorter) {
        double ratio = (double) longer / shorter;
        if (ratio < minRatio) {
            return 0;
        }
        long wanted = Math.max(2, Math.min((long) Math.floor(ratio + 0.5), longer / minCrop));
        long crops = Math.min(maxCrops, wanted);
        return Math.min(PixelSize.ceilDiv(longer, crops), shorter) < minCrop ? 0 : crops;
    }

    private long softTokens(long crops) {
        return tokens * (1 + crops);
    }

    private long allTokens(long crops) {
        long sentence = crops == 0 ? 0 : WORDS + 1 + crops;
        return softTokens(crops) + WRAPPERS * (1 + crops) + sentence;
    }

    /** A single pixel has no crops, and a strip of {@code maxCrops} large squares has so many. */
    @Override
    TokenRange bounds() {
        return TokenRange.between(softTokens(0), allTokens(panAndScan ? maxCrops : 0));
    }
}

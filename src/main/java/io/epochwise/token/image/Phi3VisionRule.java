package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Set;

/**
 * Phi-3-vision and Phi-3.5-vision: the image is scaled, enlarged too, to as many columns of crops as fit, and shown once
 * more as a whole.
 *
 * <ol>
 *   <li>An image that is higher than wide is laid on its side. a = width / height.
 *   <li>Columns = the largest s for which each number from 1 to s times itself / a, rounded up, is at most {@code crops}.
 *   <li>Height in pixels = columns x {@code crop} / a without its fraction; an image for which that is 0 cannot be scaled
 *       and is rejected. Rows = height / {@code crop}, rounded up.
 *   <li>If it was laid on its side, rows and columns change places.
 *   <li>Tokens = (rows x columns + 1) x {@code tokensPerCrop} + 1 + (rows + 1) x the square root of
 *       {@code tokensPerCrop}: the crops and the whole image, the separator between them, a newline for each row of tokens.
 * </ol>
 *
 * <p>Low, expected and high are one figure.
 *
 * <p>Parameters, all required whole numbers: {@code crops} (16 for a single image, 4 for several frames; to 64);
 * {@code crop} (336, in pixels, from 100 to 10,000); {@code tokensPerCrop} (144, a square number).
 *
 * <p>Source: vLLM's {@code phi3v.py}, commit 004202bc, which ports Microsoft's {@code image_processing_phi3_v.py}. The
 * rejection is derived.
 */
final class Phi3VisionRule extends SizeOnlyRule {
    static final String ID = "phi-3-vision";

    private final long crops;
    private final long crop;
    private final long tokensPerCrop;
    private final long tokensPerSide;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    Phi3VisionRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("crops", "crop", "tokensPerCrop"));
        crops = parameters.integer("crops", 1, 64);
        crop = parameters.integer("crop", 100, 10_000);
        tokensPerCrop = parameters.tokens("tokensPerCrop");
        tokensPerSide = (long) Math.sqrt(tokensPerCrop);
        if (tokensPerSide * tokensPerSide != tokensPerCrop) {
            throw new IllegalArgumentException("parameter tokensPerCrop must be a square number: " + tokensPerCrop);
        }
    }

    @Override
    ImageTokens tokens(PixelSize image) {
        double ratio = (double) image.longer() / image.shorter();
        long along = cropsAlong(ratio);
        long pixelsAcross = (long) (along * crop / ratio);
        if (pixelsAcross == 0) {
            return new ImageTokens.Rejected("scaled to " + along * crop
                    + " pixels on the longer side, the image would have no pixel on the shorter");
        }
        long across = PixelSize.ceilDiv(pixelsAcross, crop);
        boolean isOnItsSide = image.width() < image.height();
        return new ImageTokens.Counted(
                TokenRange.exactly(tokens(isOnItsSide ? new Grid(along, across) : new Grid(across, along))));
    }

    private long cropsAlong(double ratio) {
        long along = 1;
        while ((along + 1) * Math.ceil((along + 1) / ratio) <= crops) {
            along++;
        }
        return along;
    }

    private long tokens(Grid grid) {
        return (grid.cells() + 1) * tokensPerCrop + 1 + (grid.rows() + 1) * tokensPerSide;
    }

    /**
     * The most is a column of all crops, as many as there may be in rows as well. The least is a row of half of them: with
     * R rows of C crops, C + 1 crops would take no more than R + 1 rows and are too many, so that C is at least
     * {@code crops} / (R + 1), rounded down.
     */
    @Override
    TokenRange bounds() {
        return TokenRange.between(tokens(new Grid(1, Math.max(1, crops / 2))), tokens(new Grid(crops, 1)));
    }
}

package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Set;

/**
 * Qwen2-VL, Qwen2.5-VL, Qwen3-VL and Qwen3.5: the image is scaled to whole units of pixels, within a least and a most
 * number of pixels, and each unit square is a token.
 *
 * <ol>
 *   <li>An image whose longer side is more than 200 times the shorter is rejected; exactly 200 passes.
 *   <li>Each side is rounded to a multiple of {@code unit}, half to even, so a short side may become 0.
 *   <li>If the area is then above {@code maxPixels}, both sides are divided by sqrt(width x height / {@code maxPixels})
 *       and rounded down to a multiple, at least one unit.
 *   <li>Else, if it is below {@code minPixels}, both sides are multiplied by sqrt({@code minPixels} / (width x height))
 *       and rounded up to a multiple.
 *   <li>Tokens = area / {@code unit}^2.
 * </ol>
 *
 * <p>Expected follows transformers 5.18.0 ({@code Qwen2VLImageProcessor}). QwenLM's own {@code vision_process.py}, commit
 * f0af2996, raises a side to one unit in the second step and not in the third, which differs only where a side would be
 * 0; where that leaves no image there it has no say. Low and high cover both, and high includes the 2 tokens that mark
 * the vision's start and end, as SGLang's published counts do.
 *
 * <p>Parameters, all required whole numbers: {@code unit} (28 to Qwen2.5-VL, 32 from Qwen3-VL on; in pixels, to 10,000);
 * {@code minPixels} and {@code maxPixels}, from 1, the latter no less. They are settings more than traits of a model: the
 * same photograph counts up to thirteen times as much by one documented range as by another.
 */
final class QwenVlRule extends SizeOnlyRule {
    static final String ID = "qwen-vl";

    private static final long MAX_RATIO = 200;
    private static final long MARKERS = 2;

    private final long unit;
    private final long minPixels;
    private final long maxPixels;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    QwenVlRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("unit", "minPixels", "maxPixels"));
        unit = parameters.integer("unit", 1, 10_000);
        minPixels = parameters.integer("minPixels", 1, Integer.MAX_VALUE);
        maxPixels = parameters.integer("maxPixels", 1, Integer.MAX_VALUE);
        if (minPixels > maxPixels) {
            throw new IllegalArgumentException("parameter minPixels must be at most maxPixels: " + minPixels);
        }
    }

    @Override
    ImageTokens tokens(PixelSize image) {
        if (image.longer() > MAX_RATIO * image.shorter()) {
            return new ImageTokens.Rejected("the longer side is more than " + MAX_RATIO + " times the shorter");
        }
        long expected = tokens(image, 0, 1);
        long original = tokens(image, 1, 0);
        long otherwise = original == 0 ? expected : original;
        return new ImageTokens.Counted(
                new TokenRange(Math.min(expected, otherwise), expected, Math.max(expected, otherwise) + MARKERS));
    }

    /**
     * Steps 2 to 5.
     *
     * @param leastRounded least units of a side after rounding
     * @param leastShrunk least units of a side after shrinking
     */
    private long tokens(PixelSize image, long leastRounded, long leastShrunk) {
        long pixels = image.width() * image.height();
        long rows = Math.max(leastRounded, (long) Math.rint((double) image.height() / unit));
        long columns = Math.max(leastRounded, (long) Math.rint((double) image.width() / unit));
        long rounded = rows * columns * unit * unit;
        if (rounded > maxPixels) {
            double shrink = Math.sqrt((double) pixels / maxPixels);
            rows = Math.max(leastShrunk, (long) Math.floor(image.height() / shrink / unit));
            columns = Math.max(leastShrunk, (long) Math.floor(image.width() / shrink / unit));
        } else if (rounded < minPixels) {
            double enlarge = Math.sqrt((double) minPixels / pixels);
            rows = (long) Math.ceil(image.height() * enlarge / unit);
            columns = (long) Math.ceil(image.width() * enlarge / unit);
        }
        return rows * columns;
    }

    /**
     * Bounds that hold for all parameters and are exact for all documented ones. With sides x and y in units, x y is the
     * limit in units and x + y is greatest at the greatest ratio. Shrinking gives more than (x - 1)(y - 1), enlarging less
     * than (x + 1)(y + 1), and a side raised to one unit leaves the other below its x.
     */
    @Override
    TokenRange bounds() {
        double leastUnits = (double) minPixels / (unit * unit);
        double mostUnits = (double) maxPixels / (unit * unit);
        long leastShrunk = (long) Math.floor(mostUnits + 1 - sumOfSides(mostUnits));
        long mostEnlarged = (long) Math.ceil(leastUnits + 1 + sumOfSides(leastUnits));
        long mostRaised = (long) Math.ceil(longestSide(mostUnits));
        long least = Math.min(PixelSize.ceilDiv(minPixels, unit * unit), Math.max(1, leastShrunk));
        long most = Math.max(maxPixels / (unit * unit), Math.max(mostEnlarged, mostRaised));
        return TokenRange.between(least, most + MARKERS);
    }

    private static double sumOfSides(double units) {
        return longestSide(units) + Math.sqrt(units / MAX_RATIO);
    }

    private static double longestSide(double units) {
        return Math.sqrt(units * MAX_RATIO);
    }
}

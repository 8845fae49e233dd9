package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * OpenAI's rule of 32-pixel patches (GPT-4.1 mini and nano, o4-mini, GPT-5 mini and nano, GPT-5.2 and later): the image
 * is scaled down to a longest side, then to a budget of patches, and every patch it then touches counts, times the
 * model's multiplier, rounded up once per image. It is never enlarged.
 *
 * <p>Parameters: {@code multiplier} (a decimal above zero); {@code patch} (32, in pixels); {@code maxPatches} (optional,
 * 30000: an image that still has more after scaling is rejected); the groups {@code low}, {@code high} and
 * {@code original}, each optional, each with {@code maxDim} (optional, in pixels) and {@code budget} (optional, in
 * patches); and {@code auto}, which names the group that {@code auto} stands for. A detail without its group is
 * rejected.
 *
 * <p>The figure is low and expected value; high is one more, since "floating-point rounding in billing can move the
 * final count by one token" (OA-IMG-NEW). Where scaling to the budget would leave an image of no pixels (an aspect ratio
 * more extreme than the budget), the documentation is silent: at least one pixel a side is taken, so low and expected
 * are those of one patch, and high is that of the full budget plus one.
 *
 * <p>Sources: OA-IMG-NEW for all steps. Rounding half up in the first scaling is derived ("rounded to integer pixels").
 * The second scaling is the documented formula in an equivalent form of integers, since binary fractions lose a row or a
 * column where the formula gives a whole number; the product with the multiplier is an exact decimal for the same
 * reason.
 */
final class OpenAiPatchRule implements ImageRule {
    static final String ID = "openai-patch-32";

    private static final List<Detail> GROUPS = List.of(Detail.LOW, Detail.HIGH, Detail.ORIGINAL);

    private final BigDecimal multiplier;
    private final long patch;
    private final long maxPatches;
    private final Map<Detail, Scaling> scalings = new EnumMap<>(Detail.class);

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    OpenAiPatchRule(RuleParameters parameters) {
        parameters.only(Set.of("multiplier", "patch", "maxPatches", "low", "high", "original", "auto"));
        multiplier = parameters.decimal("multiplier");
        if (multiplier.signum() == 0) {
            throw new IllegalArgumentException("parameter multiplier must be above zero");
        }
        patch = atLeastOne(parameters, "patch");
        maxPatches = optional(parameters, "maxPatches").orElse(Long.MAX_VALUE);
        for (Detail detail : GROUPS) {
            String name = detail.toString();
            if (parameters.has(name)) {
                RuleParameters group = parameters
                        .group(name)
                        .orElseThrow(() -> new IllegalArgumentException("parameter " + name + " must be a group"));
                scalings.put(detail, scaling(group));
            }
        }
        String auto = parameters.text("auto");
        Scaling meantByAuto = Detail.parse(auto)
                .map(scalings::get)
                .orElseThrow(
                        () -> new IllegalArgumentException("parameter auto must name a group that is given: " + auto));
        scalings.put(Detail.AUTO, meantByAuto);
    }

    private Scaling scaling(RuleParameters group) {
        group.only(Set.of("maxDim", "budget"));
        long maxDim = Math.min(optional(group, "maxDim").orElse(MAX_SIDE), MAX_SIDE);
        long budget = optional(group, "budget").orElse(Long.MAX_VALUE);
        long mostPerSide = PixelSize.ceilDiv(maxDim, patch);
        // Scaling to the budget adds none: every product within it is an image that needs no such scaling.
        return new Scaling(maxDim, budget, PixelSize.mostSquares(mostPerSide, Math.min(budget, maxPatches)));
    }

    private static OptionalLong optional(RuleParameters parameters, String name) {
        return parameters.has(name) ? OptionalLong.of(atLeastOne(parameters, name)) : OptionalLong.empty();
    }

    private static int atLeastOne(RuleParameters parameters, String name) {
        int value = parameters.integer(name);
        if (value == 0) {
            throw new IllegalArgumentException("parameter " + name + " must be at least 1");
        }
        return value;
    }

    /**
     * How one detail is scaled.
     *
     * @param maxDim longest side in pixels
     * @param budget most patches after scaling; {@link Long#MAX_VALUE} if there is no such limit
     * @param mostPatches the most patches any image not rejected has
     */
    private record Scaling(long maxDim, long budget, long mostPatches) {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ImageTokens tokens(int width, int height, Detail detail) {
        PixelSize original = new PixelSize(width, height);
        Scaling scaling = scalings.get(detail);
        if (scaling == null) {
            return ImageTokens.Rejected.unsupported(detail);
        }
        PixelSize fitted = original.within(scaling.maxDim);
        long patches = fitted.squares(patch);
        if (patches <= scaling.budget) {
            return counted(patches);
        }
        // Whole patches per side at the scale that meets the budget exactly.
        long columns = floorSqrt(scaling.budget * fitted.width() / fitted.height());
        long rows = floorSqrt(scaling.budget * fitted.height() / fitted.width());
        if (columns == 0 || rows == 0) {
            return new ImageTokens.Counted(new TokenRange(tokens(1), tokens(1), tokens(scaling.mostPatches) + 1));
        }
        return counted(shrink(fitted, columns, rows).squares(patch));
    }

    private ImageTokens counted(long patches) {
        if (patches > maxPatches) {
            return new ImageTokens.Rejected(
                    "the image has " + patches + " patches, more than the " + maxPatches + " allowed");
        }
        long tokens = tokens(patches);
        return new ImageTokens.Counted(new TokenRange(tokens, tokens, tokens + 1));
    }

    private long tokens(long patches) {
        return BigDecimal.valueOf(patches)
                .multiply(multiplier)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** Shrinks to whole patches along the side where rounding down to them costs more, in proportion along the other. */
    private PixelSize shrink(PixelSize size, long columns, long rows) {
        long width = size.width();
        long height = size.height();
        return columns * height <= rows * width
                ? new PixelSize(patch * columns, Math.max(1, patch * columns * height / width))
                : new PixelSize(Math.max(1, patch * rows * width / height), patch * rows);
    }

    /** The square root rounded down; exact, since the loops mend what the binary fraction rounds. */
    private static long floorSqrt(long value) {
        long root = (long) Math.sqrt(value);
        while (root * root > value) {
            root--;
        }
        while ((root + 1) * (root + 1) <= value) {
            root++;
        }
        return root;
    }

    @Override
    public TokenRange bounds(Detail detail) {
        Scaling scaling = scalings.get(detail);
        if (scaling == null) {
            throw new IllegalArgumentException(
                    ImageTokens.Rejected.unsupported(detail).reason());
        }
        return TokenRange.between(tokens(1), tokens(scaling.mostPatches) + 1);
    }
}

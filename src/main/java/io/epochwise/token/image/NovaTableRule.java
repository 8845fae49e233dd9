package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.List;
import java.util.Set;

/**
 * An estimate for Amazon Nova, of which no exact formula is published: AWS gives approximate tokens of five sizes, in
 * either orientation. Between two of them tokens are taken to grow in proportion to the area; below the smallest and above
 * the largest they are 202 + 1364 a million pixels, the least-squares line through the five, which meets each within 7 %.
 * The result is rounded half up. Low and high are {@code tolerancePercent} below and above it, rounded down and up.
 *
 * <p>Parameter, required: {@code tolerancePercent} (20), a whole number from 0 to 100.
 *
 * <p>Source: B-IMGTOKENS for the five sizes; interpolation, line and tolerance are derived.
 */
final class NovaTableRule extends SizeOnlyRule {
    static final String ID = "nova-table";

    private static final List<Row> TABLE = List.of(
            new Row(900 * 450, 800),
            new Row(900 * 900, 1300),
            new Row(1400 * 900, 1800),
            new Row(1800 * 900, 2400),
            new Row(1300 * 1300, 2600));

    private static final long MILLION = 1_000_000;
    private static final long LINE_AT_ZERO = 202;
    private static final long LINE_PER_MILLION_PIXELS = 1364;

    private final long tolerancePercent;

    /** A size of the table, by its area in pixels. */
    private record Row(long pixels, long tokens) {}

    /** @throws IllegalArgumentException if the parameter is absent or out of range, or there is another */
    NovaTableRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("tolerancePercent"));
        tolerancePercent = parameters.integer("tolerancePercent", 0, 100);
    }

    @Override
    ImageTokens tokens(PixelSize size) {
        return new ImageTokens.Counted(range(size));
    }

    private TokenRange range(PixelSize size) {
        long tokens = tokens(size.width() * size.height());
        return new TokenRange(
                tokens * (100 - tolerancePercent) / 100,
                tokens,
                PixelSize.ceilDiv(tokens * (100 + tolerancePercent), 100));
    }

    private static long tokens(long pixels) {
        for (int i = 1; i < TABLE.size(); i++) {
            Row from = TABLE.get(i - 1);
            Row to = TABLE.get(i);
            if (from.pixels <= pixels && pixels <= to.pixels) {
                long width = to.pixels - from.pixels;
                return quotientHalfUp(from.tokens * width + (to.tokens - from.tokens) * (pixels - from.pixels), width);
            }
        }
        return quotientHalfUp(LINE_AT_ZERO * MILLION + LINE_PER_MILLION_PIXELS * pixels, MILLION);
    }

    private static long quotientHalfUp(long dividend, long divisor) {
        return (2 * dividend + divisor) / (2 * divisor);
    }

    /** Tokens drop where the table ends, but neither below those of one pixel nor above those of the largest image. */
    @Override
    TokenRange bounds() {
        return TokenRange.between(
                range(new PixelSize(1, 1)).low(),
                range(new PixelSize(MAX_SIDE, MAX_SIDE)).high());
    }
}

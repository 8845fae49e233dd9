package io.epochwise.token.image;

import io.epochwise.fault.Spelling;
import io.epochwise.token.TokenRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Mistral's rule of rows of patches (Pixtral, and the models after it): one token a patch, and one more at the end of each
 * row.
 *
 * <ol>
 *   <li>The ratio is the greater of width and height, each divided by {@code maxEdge}. If it is above one, both sides are
 *       divided by it and rounded. The image is never enlarged.
 *   <li>Columns and rows are the squares of {@code patch * merge} pixels that cover each side.
 *   <li>Tokens are (columns + 1) x rows: every row ends with a break, the last one with an end token instead.
 * </ol>
 *
 * <p>Two implementations round differently, and low and high cover both. {@code half-even} is mistral-common 1.12.0, which
 * keeps at least one pixel. {@code floor} is transformers 5.18.0 {@code PixtralProcessor}, which rounds down and rejects
 * an image of which a side vanishes; where it is not the one chosen, it then has no say.
 *
 * <p>Parameters, all required: {@code maxEdge} and {@code patch} in pixels (1024 and 16 for Pixtral, 1540 and 14 for the
 * newer models) and {@code merge} in patches a side (1 and 2), whole numbers; {@code rounding}, {@code half-even} or {@code
 * floor}.
 *
 * <p>Source: M-COMMON for the steps. Division is that of binary fractions, as in both implementations.
 */
final class MistralRowRule extends SizeOnlyRule {
    static final String ID = "mistral-rows";

    private final long maxEdge;
    private final long square;
    private final Rounding rounding;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    MistralRowRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("maxEdge", "patch", "merge", "rounding"));
        maxEdge = parameters.pixels("maxEdge");
        square = (long) parameters.pixels("patch") * parameters.pixels("merge");
        rounding = Rounding.of(parameters.text("rounding"));
    }

    private enum Rounding {
        HALF_EVEN {
            @Override
            long round(double side) {
                return Math.max(1, (long) Math.rint(side));
            }

            @Override
            Rounding other() {
                return FLOOR;
            }
        },
        FLOOR {
            @Override
            long round(double side) {
                return (long) Math.floor(side);
            }

            @Override
            Rounding other() {
                return HALF_EVEN;
            }
        };

        abstract long round(double side);

        abstract Rounding other();

        private static Rounding of(String text) {
            return Spelling.parse(values(), text)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "parameter rounding must be one of " + List.of(values()) + ": " + text));
        }

        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    @Override
    ImageTokens tokens(PixelSize size) {
        Optional<Long> tokens = tokens(size, rounding);
        if (tokens.isEmpty()) {
            return new ImageTokens.Rejected(
                    "the image is too narrow: scaled down to " + maxEdge + " pixels, its shorter side has none left");
        }
        long expected = tokens.get();
        long other = tokens(size, rounding.other()).orElse(expected);
        return new ImageTokens.Counted(new TokenRange(Math.min(expected, other), expected, Math.max(expected, other)));
    }

    /** Empty if a side vanishes. */
    private Optional<Long> tokens(PixelSize size, Rounding chosen) {
        double ratio = Math.max((double) size.height() / maxEdge, (double) size.width() / maxEdge);
        if (ratio <= 1) {
            return Optional.of(rows(size));
        }
        long width = chosen.round(size.width() / ratio);
        long height = chosen.round(size.height() / ratio);
        return width == 0 || height == 0 ? Optional.empty() : Optional.of(rows(new PixelSize(width, height)));
    }

    private long rows(PixelSize scaled) {
        return (PixelSize.ceilDiv(scaled.width(), square) + 1) * PixelSize.ceilDiv(scaled.height(), square);
    }

    /** No side is longer than {@code maxEdge} once scaled, and the square of that side is not scaled. */
    @Override
    TokenRange bounds() {
        return TokenRange.between(rows(new PixelSize(1, 1)), rows(new PixelSize(maxEdge, maxEdge)));
    }
}

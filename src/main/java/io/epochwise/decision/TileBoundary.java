package io.epochwise.decision;

import io.epochwise.token.image.ImageBilling;
import io.epochwise.token.image.ImageTokens;
import io.epochwise.token.image.SizedImage;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The largest smaller size of an image, aspect kept, of which fewer tokens are counted. It is found by asking the rule and
 * not by knowing it: from 99 % of the sides down to 25 %, then between two of these to the pixel.
 */
final class TileBoundary {
    private static final int WHOLE = 100;
    private static final int LEAST_PERCENT = 25;

    private TileBoundary() {}

    /** @return empty if no size down to 25 % counts fewer tokens, or the image itself is rejected */
    static Optional<SizedImage> below(ImageBilling billing, SizedImage image) {
        OptionalLong tokens = tokens(billing, image);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        int longer = Math.max(image.width(), image.height());
        int before = longer;
        for (int percent = WHOLE - 1; percent >= LEAST_PERCENT; percent--) {
            int side = Math.max(1, (int) ((long) longer * percent / WHOLE));
            if (fewer(billing, scaled(image, side), tokens.getAsLong())) {
                return Optional.of(largest(billing, image, side, before, tokens.getAsLong()));
            }
            before = side;
        }
        return Optional.empty();
    }

    /** The largest between a longer side that counts fewer tokens and one that does not. */
    private static SizedImage largest(ImageBilling billing, SizedImage image, int fewer, int not, long tokens) {
        int low = fewer;
        int high = not;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (fewer(billing, scaled(image, middle), tokens)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return scaled(image, low);
    }

    /** The image with that longer side, each side rounded. */
    static SizedImage scaled(SizedImage image, int longer) {
        int before = Math.max(image.width(), image.height());
        return new SizedImage(
                side(image.width(), longer, before), side(image.height(), longer, before), image.detail());
    }

    private static int side(int side, int longer, int before) {
        return Math.max(1, (int) Math.round((double) side * longer / before));
    }

    private static boolean fewer(ImageBilling billing, SizedImage image, long tokens) {
        OptionalLong counted = tokens(billing, image);
        return counted.isPresent() && counted.getAsLong() < tokens;
    }

    /** The tokens that are expected of an image; empty if it is rejected. */
    static OptionalLong tokens(ImageBilling billing, SizedImage image) {
        return billing.tokens(image.width(), image.height(), image.detail()) instanceof ImageTokens.Counted counted
                ? OptionalLong.of(counted.tokens().expected())
                : OptionalLong.empty();
    }
}

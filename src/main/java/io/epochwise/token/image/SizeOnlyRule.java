package io.epochwise.token.image;

import io.epochwise.token.TokenRange;

/** A rule in which detail has no meaning: every detail gives the same figure. The smallest image always counts. */
abstract class SizeOnlyRule implements ImageRule {
    private final String id;

    SizeOnlyRule(String id) {
        this.id = id;
    }

    /** The tokens of an image of that size. */
    abstract ImageTokens tokens(PixelSize image);

    /** The least and the most over all sizes not rejected. */
    abstract TokenRange bounds();

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final ImageTokens tokens(int width, int height, Detail detail) {
        return tokens(new PixelSize(width, height));
    }

    @Override
    public final boolean supports(Detail detail) {
        return true;
    }

    @Override
    public final TokenRange bounds(Detail detail) {
        return bounds();
    }
}

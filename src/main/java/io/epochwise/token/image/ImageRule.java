package io.epochwise.token.image;

import io.epochwise.token.TokenRange;

/**
 * How one provider turns the size of an image into tokens. Implementations are immutable, exact (integer or decimal
 * arithmetic) and constant-time.
 */
public interface ImageRule {
    /** Greatest width or height any rule must accept, in pixels. */
    int MAX_SIDE = 1_000_000;

    /** The rule's id as the catalog writes it, such as {@code openai-tile-512}. */
    String id();

    /**
     * The tokens of one image.
     *
     * @param width in pixels, from 1 to {@link #MAX_SIDE}
     * @param height in pixels, from 1 to {@link #MAX_SIDE}
     * @param detail the detail asked for
     * @throws IllegalArgumentException if a side is out of range
     */
    ImageTokens tokens(int width, int height, Detail detail);

    /** Whether the rule takes images of that detail at all; a rule that rejects the smallest image overrides this. */
    default boolean supports(Detail detail) {
        return tokens(1, 1, detail) instanceof ImageTokens.Counted;
    }

    /**
     * What an image of unknown size can count: the least and the most over all sizes the rule does not reject, and as
     * expected value the midpoint, rounded down.
     *
     * @throws IllegalArgumentException if not {@link #supports}: then there is no such size
     */
    TokenRange bounds(Detail detail);
}

package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import io.epochwise.token.image.ImageTokens.Counted;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a model's images are billed on one date, where sources may disagree: the expected value follows the best known
 * reading, the range covers all of them.
 *
 * @param billed the rule that is billed, as best known
 * @param alternatives other documented or reported readings in force on the same date; may be empty
 */
public record ImageBilling(ImageRule billed, List<ImageRule> alternatives) {
    /** Copies the list. */
    public ImageBilling {
        alternatives = List.copyOf(alternatives);
    }

    /** A billing that no source disputes. */
    public static ImageBilling undisputed(ImageRule billed) {
        return new ImageBilling(billed, List.of());
    }

    /**
     * The tokens of one image: rejected if the billed rule rejects it, else the billed figure as expected value and the
     * least and the most of all readings as low and high. An alternative that rejects the image has no say.
     *
     * @param width in pixels, from 1 to {@link ImageRule#MAX_SIDE}
     * @param height in pixels, from 1 to {@link ImageRule#MAX_SIDE}
     * @param detail the detail asked for
     * @throws IllegalArgumentException if a side is out of range
     */
    public ImageTokens tokens(int width, int height, Detail detail) {
        ImageTokens tokens = billed.tokens(width, height, detail);
        return tokens instanceof Counted counted
                ? new Counted(spanning(counted.tokens(), others(width, height, detail)))
                : tokens;
    }

    /** Whether any size of that detail is accepted by the billed rule, see {@link ImageRule#supports}. */
    public boolean supports(Detail detail) {
        return billed.supports(detail);
    }

    /**
     * What an image of unknown size can count: the billed rule's midpoint as expected value, and the least and the most
     * of all readings.
     *
     * @throws IllegalArgumentException if not {@link #supports}
     */
    public TokenRange bounds(Detail detail) {
        return spanning(
                billed.bounds(detail),
                alternatives.stream().filter(rule -> rule.supports(detail)).map(rule -> rule.bounds(detail)));
    }

    /**
     * Whether an alternative reading gives another figure for the image than the billed rule. Where either rejects the
     * image there are no two figures to differ.
     *
     * @throws IllegalArgumentException if a side is out of range
     */
    public boolean disputed(int width, int height, Detail detail) {
        return billed.tokens(width, height, detail) instanceof Counted counted
                && others(width, height, detail)
                        .anyMatch(other -> other.expected() != counted.tokens().expected());
    }

    private Stream<TokenRange> others(int width, int height, Detail detail) {
        return alternatives.stream()
                .map(rule -> rule.tokens(width, height, detail))
                .flatMap(tokens -> tokens instanceof Counted counted ? Stream.of(counted.tokens()) : Stream.empty());
    }

    private static TokenRange spanning(TokenRange expected, Stream<TokenRange> others) {
        return others.reduce(
                expected,
                (all, other) -> new TokenRange(
                        Math.min(all.low(), other.low()), all.expected(), Math.max(all.high(), other.high())));
    }
}

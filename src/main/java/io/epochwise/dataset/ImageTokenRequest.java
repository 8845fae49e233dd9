package io.epochwise.dataset;

import io.epochwise.token.image.Detail;
import io.epochwise.token.image.RuleParameters;
import java.time.LocalDate;
import java.util.List;

/**
 * A question for the tokens of images.
 *
 * @param offering id of the offering
 * @param asOf the day; null for today
 * @param ruleParameters values that replace those of the rule's parameters in the catalog; null for none
 * @param images one to {@value #MAX_IMAGES} images
 */
public record ImageTokenRequest(String offering, LocalDate asOf, RuleParameters ruleParameters, List<Image> images) {
    /** Most images of one question. */
    public static final int MAX_IMAGES = 10_000;

    /**
     * An image.
     *
     * @param width pixels, from 1 to 1,000,000
     * @param height pixels, from 1 to 1,000,000
     * @param detail null for {@code auto}
     */
    public record Image(Integer width, Integer height, Detail detail) {}
}

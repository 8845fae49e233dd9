package io.epochwise.dataset;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Offering;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tokens of images for one offering on one day.
 *
 * @param offering the offering's id
 * @param asOf the day
 * @param rule the rule that is billed as best known; null if none is known
 * @param images the images, in the order of the question
 * @param total tokens of all images that are not rejected; null if no rule is known
 * @param warnings what to know about the count
 */
public record ImageTokenCount(
        String offering, LocalDate asOf, Rule rule, List<Image> images, TokenRange total, List<TokenWarning> warnings) {

    /**
     * A rule and its source.
     *
     * @param id the rule's id
     * @param reading whose reading of the rule it is
     * @param source where it is said
     * @param parameters its parameters as they were applied
     */
    public record Rule(String id, String reading, String source, Map<String, Object> parameters) {}

    /**
     * The tokens of an image.
     *
     * @param width pixels; null if not known
     * @param height pixels; null if not known
     * @param detail the detail asked for
     * @param tokens what is billed as best known; null if rejected
     * @param low the least by the sources; null if rejected
     * @param high the most by the sources; null if rejected
     * @param rejected why the provider rejects the image; null if it does not
     */
    public record Image(
            Integer width, Integer height, Detail detail, Long tokens, Long low, Long high, String rejected) {}

    /**
     * Counts images.
     *
     * @param today the day where the request names none
     * @throws io.epochwise.fault.UnknownNameException if the offering is unknown
     * @throws InvalidInputException naming each field that is wrong
     */
    public static ImageTokenCount of(Catalog catalog, ImageTokenRequest request, LocalDate today) {
        if (request.offering() == null) {
            throw new InvalidInputException("offering", "is missing");
        }
        check(request.images());
        Offering offering = catalog.require(request.offering());
        LocalDate asOf = request.asOf() == null ? today : request.asOf();
        ImageCounter counter = new ImageCounter(offering, asOf, request.ruleParameters());
        for (ImageTokenRequest.Image image : request.images()) {
            counter.add(image.width(), image.height(), Objects.requireNonNullElse(image.detail(), Detail.AUTO));
        }
        Rule rule = counter.rule();
        return new ImageTokenCount(
                offering.id(), asOf, rule, counter.images(), rule == null ? null : counter.total(), counter.warnings());
    }

    private static void check(List<ImageTokenRequest.Image> images) {
        if (images == null || images.isEmpty() || images.size() > ImageTokenRequest.MAX_IMAGES) {
            throw new InvalidInputException("images", "must be one to " + ImageTokenRequest.MAX_IMAGES + " images");
        }
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            ImageTokenRequest.Image image = images.get(i);
            if (image == null) {
                violations.add(new Violation("images[" + i + "]", "must be an object"));
            } else {
                checkSide("images[" + i + "].width", image.width(), violations);
                checkSide("images[" + i + "].height", image.height(), violations);
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }

    private static void checkSide(String field, Integer side, List<Violation> violations) {
        if (side == null || !ImageSize.inRange(side)) {
            violations.add(new Violation(field, "must be pixels from 1 to " + ImageRule.MAX_SIDE));
        }
    }
}

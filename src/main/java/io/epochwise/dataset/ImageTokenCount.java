package io.epochwise.dataset;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.ImageRuleFact;
import io.epochwise.catalog.Offering;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageBilling;
import io.epochwise.token.image.ImageRule;
import io.epochwise.token.image.ImageTokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
     */
    public record Rule(String id, String reading, String source) {}

    /**
     * The tokens of an image.
     *
     * @param tokens what is billed as best known; null if rejected
     * @param low the least by the sources; null if rejected
     * @param high the most by the sources; null if rejected
     * @param rejected why the provider rejects the image; null if it does not
     */
    public record Image(int width, int height, Detail detail, Long tokens, Long low, Long high, String rejected) {}

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
        List<ImageRuleFact> inForce = offering.imageRulesInForce(asOf);
        return offering.imageBilling(asOf)
                .map(billing -> count(offering, asOf, inForce.get(0), billing, request.images()))
                .orElseGet(() -> unknown(offering, asOf, request.images()));
    }

    private static ImageTokenCount count(
            Offering offering,
            LocalDate asOf,
            ImageRuleFact fact,
            ImageBilling billing,
            List<ImageTokenRequest.Image> requested) {
        Map<FindingCode, TokenWarning> warnings = new EnumMap<>(FindingCode.class);
        List<Image> images = new ArrayList<>();
        TokenRange total = TokenRange.ZERO;
        for (ImageTokenRequest.Image image : requested) {
            Detail detail = image.detail() == null ? Detail.AUTO : image.detail();
            ImageTokens tokens = billing.tokens(image.width(), image.height(), detail);
            if (tokens instanceof ImageTokens.Rejected rejected) {
                images.add(rejected(image, rejected.reason()));
                continue;
            }
            TokenRange range = ((ImageTokens.Counted) tokens).tokens();
            images.add(new Image(
                    image.width(), image.height(), detail, range.expected(), range.low(), range.high(), null));
            total = total.plus(range);
            if (billing.disputed(image.width(), image.height(), detail)) {
                warnings.put(FindingCode.IMAGE_TOKENS_DISPUTED, disputed(offering.imageRulesInForce(asOf)));
            }
        }
        Rule rule = new Rule(fact.rule(), fact.reading().toString(), fact.source());
        return new ImageTokenCount(offering.id(), asOf, rule, images, total, List.copyOf(warnings.values()));
    }

    private static TokenWarning disputed(List<ImageRuleFact> facts) {
        StringBuilder text = new StringBuilder(FindingCode.IMAGE_TOKENS_DISPUTED.message());
        StringBuilder sources = new StringBuilder();
        for (ImageRuleFact fact : facts) {
            text.append(' ').append(fact.reading()).append(fact.note() == null ? "" : ": " + fact.note());
            sources.append(sources.isEmpty() ? "" : "; ").append(fact.source());
        }
        FindingCode code = FindingCode.IMAGE_TOKENS_DISPUTED;
        return new TokenWarning(code, code.severity(), text.toString(), sources.toString());
    }

    private static ImageTokenCount unknown(Offering offering, LocalDate asOf, List<ImageTokenRequest.Image> requested) {
        String reason = offering.takesImages()
                ? "no rule for the tokens of images is known for this date"
                : "no source says that the model takes images";
        return new ImageTokenCount(
                offering.id(),
                asOf,
                null,
                requested.stream().map(image -> rejected(image, reason)).toList(),
                null,
                List.of(TokenWarning.of(FindingCode.NO_IMAGE_RULE, null)));
    }

    private static Image rejected(ImageTokenRequest.Image image, String reason) {
        Detail detail = image.detail() == null ? Detail.AUTO : image.detail();
        return new Image(image.width(), image.height(), detail, null, null, null, reason);
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

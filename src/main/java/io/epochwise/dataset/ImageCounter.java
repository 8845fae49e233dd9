package io.epochwise.dataset;

import io.epochwise.catalog.Fact;
import io.epochwise.catalog.FactStatus;
import io.epochwise.catalog.ImageRuleFact;
import io.epochwise.catalog.Offering;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageBilling;
import io.epochwise.token.image.ImageTokens;
import io.epochwise.token.image.RuleParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Counts images one by one for one offering on one day, and knows what is to be said of the counts. */
final class ImageCounter {
    private final boolean takesImages;
    private final List<ImageRuleFact> rules;
    private final ImageBilling billing;
    private final List<ImageTokenCount.Image> images = new ArrayList<>();
    private TokenRange total = TokenRange.ZERO;
    private boolean disputed;

    ImageCounter(Offering offering, LocalDate asOf) {
        this(offering, asOf, null);
    }

    /**
     * @param parameters values that replace those of the catalog; null for none
     * @throws InvalidInputException if no rule in force takes them
     */
    ImageCounter(Offering offering, LocalDate asOf, RuleParameters parameters) {
        takesImages = offering.takesImages();
        rules = parameters == null
                ? offering.imageRulesInForce(asOf)
                : taking(offering.imageRulesKnown(asOf), parameters);
        billing = ImageRuleFact.billing(rules).orElse(null);
    }

    /** The readings that take other values of the parameters; the rest says nothing of that case. */
    private static List<ImageRuleFact> taking(List<ImageRuleFact> known, RuleParameters parameters) {
        List<ImageRuleFact> taking = new ArrayList<>();
        String refusal = "must be left out: no rule is known for the date";
        for (ImageRuleFact rule : known) {
            try {
                taking.add(rule.with(parameters));
            } catch (IllegalArgumentException e) {
                refusal = rule == known.get(0) ? "rule " + rule.rule() + ": " + e.getMessage() : refusal;
            }
        }
        if (taking.isEmpty()) {
            throw new InvalidInputException("ruleParameters", refusal);
        }
        return taking;
    }

    /** Counts an image of that size in pixels. */
    void add(int width, int height, Detail detail) {
        if (billing == null) {
            add(width, height, detail, withoutRule());
            return;
        }
        add(width, height, detail, billing.tokens(width, height, detail));
        disputed |= billing.disputed(width, height, detail);
    }

    /** Counts an image of unknown size as a range. */
    void addUnsized(Detail detail) {
        if (billing == null) {
            add(null, null, detail, withoutRule());
        } else if (billing.supports(detail)) {
            add(null, null, detail, new ImageTokens.Counted(billing.bounds(detail)));
        } else {
            // Any size will do: the detail is what is rejected.
            add(null, null, detail, billing.tokens(1, 1, detail));
        }
    }

    private void add(Integer width, Integer height, Detail detail, ImageTokens tokens) {
        if (tokens instanceof ImageTokens.Counted counted) {
            TokenRange range = counted.tokens();
            total = total.plus(range);
            images.add(new ImageTokenCount.Image(
                    width, height, detail, range.expected(), range.low(), range.high(), null));
        } else {
            String reason = ((ImageTokens.Rejected) tokens).reason();
            images.add(new ImageTokenCount.Image(width, height, detail, null, null, null, reason));
        }
    }

    private ImageTokens.Rejected withoutRule() {
        return new ImageTokens.Rejected(
                takesImages
                        ? "no rule for the tokens of images is known for this date"
                        : "no source says that the model takes images");
    }

    /** The rule that is billed as best known; null if none is known. */
    ImageTokenCount.Rule rule() {
        if (rules.isEmpty()) {
            return null;
        }
        ImageRuleFact billed = rules.get(0);
        return new ImageTokenCount.Rule(
                billed.rule(), billed.reading().toString(), billed.source(), billed.parameters());
    }

    /** The images, in the order in which they were added. */
    List<ImageTokenCount.Image> images() {
        return List.copyOf(images);
    }

    /** The tokens of all images that are not rejected. */
    TokenRange total() {
        return total;
    }

    List<TokenWarning> warnings() {
        if (!images.isEmpty() && billing == null) {
            return List.of(TokenWarning.of(FindingCode.NO_IMAGE_RULE, null));
        }
        if (!disputed) {
            return inDoubt();
        }
        String readings = rules.stream()
                .map(rule -> rule.reading() + (rule.note() == null ? "" : " (" + rule.note() + ")"))
                .collect(Collectors.joining("; ", " The readings, the one expected first: ", "."));
        String sources = rules.stream().map(Fact::source).distinct().collect(Collectors.joining("; "));
        FindingCode code = FindingCode.IMAGE_TOKENS_DISPUTED;
        return List.of(new TokenWarning(code, code.severity(), code.message() + readings, sources));
    }

    private List<TokenWarning> inDoubt() {
        if (images.isEmpty() || rules.get(0).status() == FactStatus.STATED) {
            return List.of();
        }
        ImageRuleFact rule = rules.get(0);
        FindingCode code = FindingCode.IMAGE_RULE_IN_DOUBT;
        return List.of(new TokenWarning(
                code,
                code.severity(),
                code.message() + " It is " + rule.status() + (rule.note() == null ? "." : ": " + rule.note() + "."),
                rule.source()));
    }
}

package io.epochwise.dataset;

import io.epochwise.catalog.Effect;
import io.epochwise.catalog.Fact;
import io.epochwise.catalog.Limit;
import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.Offering;
import io.epochwise.money.Decimals;
import io.epochwise.token.image.ImageBilling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the limits of one offering say on one day: of a single image or example, and of sums over a file. */
final class OfferingLimits {
    /** What is found where a limit is passed that concerns an image or an example. */
    private static final Map<LimitName, FindingCode> FOUND = new EnumMap<>(Map.of(
            LimitName.IMAGE_ROLE, FindingCode.IMAGE_ROLE_NOT_TAKEN,
            LimitName.IMAGE_SOURCE, FindingCode.IMAGE_SOURCE_NOT_TAKEN,
            LimitName.IMAGE_FORMAT, FindingCode.IMAGE_FORMAT_NOT_TAKEN,
            LimitName.IMAGE_COLOR_MODE, FindingCode.IMAGE_COLOR_MODE_NOT_TAKEN,
            LimitName.IMAGE_BYTES, FindingCode.IMAGE_TOO_LARGE,
            LimitName.IMAGES_PER_EXAMPLE, FindingCode.TOO_MANY_IMAGES));

    /** What an image may be that is told as from another source: a file that was uploaded before, by its id. */
    private static final String FILE_ID = "file-id";

    private final Offering offering;
    private final LocalDate asOf;
    private final ImageBilling billing;
    private final Map<LimitName, Limit> limits = new EnumMap<>(LimitName.class);
    private final long trainingContext;

    /** @param tier the price class; null for the offering's usual one */
    OfferingLimits(Offering offering, String tier, LocalDate asOf) {
        this.offering = offering;
        this.asOf = asOf;
        this.billing = offering.imageBilling(asOf).orElse(null);
        for (LimitName name : LimitName.values()) {
            offering.limit(name, tier, asOf).ifPresent(limit -> limits.put(name, limit));
        }
        boolean cuts =
                offering.contextTokens() != null && offering.contextTokens().training() != null;
        this.trainingContext = cuts ? offering.contextTokens().training() : Long.MAX_VALUE;
    }

    /** How images are billed; null if no rule is known. */
    ImageBilling billing() {
        return billing;
    }

    /** Tokens after which the provider cuts a training example; the greatest number if that is not known. */
    long trainingContext() {
        return trainingContext;
    }

    /** What is found where that limit is passed. */
    static FindingCode found(LimitName name) {
        return FOUND.get(name);
    }

    /** Whether a limit that is a list has the value, or cannot tell. */
    boolean takes(LimitName name, String value) {
        Limit limit = limits.get(name);
        return limit == null
                || limit.values().contains(value)
                || value.equals("unknown")
                || value.equals(ImageSource.SIZE.toString())
                || value.equals(ImageSource.OTHER.toString()) && limit.values().contains(FILE_ID);
    }

    /** Whether the value is more than the most allowed. */
    boolean exceeds(LimitName name, long value) {
        return exceeds(name, BigDecimal.valueOf(value));
    }

    /** Whether the value is more than the most allowed. */
    boolean exceeds(LimitName name, BigDecimal value) {
        Limit limit = limits.get(name);
        return limit != null && limit.max() != null && value.compareTo(limit.max()) > 0;
    }

    /** Whether the provider leaves an image out of training that passes the limit. */
    boolean skipsImages(LimitName name) {
        return limits.containsKey(name) && limits.get(name).effect() == Effect.IMAGE_SKIPPED;
    }

    /** Whether a source says that the model can be tuned, but not on images. */
    boolean tunesTextOnly() {
        return offering.tunable()
                && offering.fineTuning().visionMethods().isEmpty()
                && !offering.fineTuning().visionUnknown();
    }

    /** What sums over a whole file tell. */
    List<Finding> ofFile(long examples, long examplesWithImages, long images, long bytes) {
        List<Finding> findings = new ArrayList<>();
        Limit least = limits.get(LimitName.EXAMPLES);
        if (least != null && least.min() != null && BigDecimal.valueOf(examples).compareTo(least.min()) < 0) {
            findings.add(Finding.of(
                    FindingCode.TOO_FEW_EXAMPLES, examples, List.of(), Decimals.plain(least.min()), least.source()));
        }
        addIf(findings, LimitName.EXAMPLES, examples, FindingCode.TOO_MANY_EXAMPLES);
        addIf(findings, LimitName.EXAMPLES_WITH_IMAGES, examplesWithImages, FindingCode.TOO_MANY_EXAMPLES_WITH_IMAGES);
        addIf(findings, LimitName.FILE_BYTES, bytes, FindingCode.FILE_TOO_LARGE);
        if (!offering.tunable()) {
            findings.add(Finding.of(FindingCode.NOT_TUNABLE, 1, List.of(), null, source(offering.fineTuning())));
        }
        if (images > 0 && billing == null) {
            findings.add(Finding.of(FindingCode.NO_IMAGE_RULE, images, List.of(), null, null));
        }
        return findings;
    }

    private void addIf(List<Finding> findings, LimitName name, long value, FindingCode tooMany) {
        if (exceeds(name, value)) {
            Limit limit = limits.get(name);
            findings.add(Finding.of(tooMany, value, List.of(), Decimals.plain(limit.max()), limit.source()));
        }
    }

    /** The limit that a finding about an image or an example is about. */
    Tally.LimitText limitText(FindingCode code) {
        return switch (code) {
            case EXAMPLE_OVER_CONTEXT ->
                new Tally.LimitText(Long.toString(trainingContext), source(offering.contextTokens()));
            case IMAGES_NOT_TRAINABLE -> new Tally.LimitText(null, source(offering.fineTuning()));
            case IMAGE_REJECTED, IMAGE_TOKENS_DISPUTED ->
                new Tally.LimitText(
                        null,
                        offering.imageRulesInForce(asOf).stream()
                                .map(Fact::source)
                                .findFirst()
                                .orElse(null));
            default ->
                FOUND.entrySet().stream()
                        .filter(entry -> entry.getValue() == code)
                        .findFirst()
                        .map(entry -> limitText(entry.getKey()))
                        .orElse(Tally.LimitText.NONE);
        };
    }

    private Tally.LimitText limitText(LimitName name) {
        Limit limit = limits.get(name);
        if (limit == null) {
            return Tally.LimitText.NONE;
        }
        String most = limit.max() == null ? null : Decimals.plain(limit.max());
        String text = limit.values().isEmpty() ? most : String.join(", ", limit.values());
        return new Tally.LimitText(text, limit.source());
    }

    private static String source(Fact fact) {
        return fact == null ? null : fact.source();
    }
}

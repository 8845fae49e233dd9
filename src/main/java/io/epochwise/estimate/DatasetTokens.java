package io.epochwise.estimate;

import io.epochwise.catalog.Effect;
import io.epochwise.catalog.ImageRuleFact;
import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.TextEncoding;
import io.epochwise.dataset.Dataset;
import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetProfile.OfferingProfile;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.dataset.Finding;
import io.epochwise.dataset.FindingCode;
import io.epochwise.dataset.Severity;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import io.epochwise.token.MessageOverhead;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageBilling;
import io.epochwise.token.image.ImageTokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one pass over a dataset counts for an offering.
 *
 * @param perEpoch tokens of one pass, with decimals where a summary has them
 * @param words how the expected tokens come about, for a formula
 */
record DatasetTokens(Range perEpoch, String words) {
    /** Findings about images a provider may skip, by the limit whose effect says whether it does. */
    private static final Map<FindingCode, LimitName> SKIPPING = new EnumMap<>(Map.of(
            FindingCode.TOO_MANY_IMAGES, LimitName.IMAGES_PER_EXAMPLE,
            FindingCode.IMAGE_TOO_LARGE, LimitName.IMAGE_BYTES,
            FindingCode.IMAGE_FORMAT_NOT_TAKEN, LimitName.IMAGE_FORMAT,
            FindingCode.IMAGE_COLOR_MODE_NOT_TAKEN, LimitName.IMAGE_COLOR_MODE,
            FindingCode.IMAGE_ROLE_NOT_TAKEN, LimitName.IMAGE_ROLE,
            FindingCode.IMAGE_SOURCE_NOT_TAKEN, LimitName.IMAGE_SOURCE));

    /** All images of a dataset. */
    static BigDecimal images(Dataset dataset) {
        if (!dataset.hasImages()) {
            return BigDecimal.ZERO;
        }
        return dataset instanceof DatasetSummary summary
                ? summary.imagesPerExample()
                        .expected()
                        .multiply(summary.examples().expected())
                : BigDecimal.valueOf(((DatasetProfile) dataset).images().count());
    }

    /**
     * Counts a dataset.
     *
     * @param name what to call the dataset in notes
     * @param catalogVersion the catalog the offering is from
     * @return empty, with a warning, if it has images and no rule for them is known
     */
    static Optional<DatasetTokens> of(
            Dataset dataset, String name, Offering offering, String catalogVersion, LocalDate asOf, Notes notes) {
        return new Counting(name, offering, catalogVersion, asOf, notes).count(dataset);
    }

    private record Counting(String name, Offering offering, String catalogVersion, LocalDate asOf, Notes notes) {

        Optional<DatasetTokens> count(Dataset dataset) {
            if (dataset instanceof DatasetSummary summary) {
                return count(summary);
            }
            DatasetProfile profile = (DatasetProfile) dataset;
            if (profile.invalidExamples() > 0) {
                notes.assume(
                        AssumptionCode.INVALID_LINES,
                        Long.toString(profile.invalidExamples()),
                        profile.invalidExamples() + " lines of the " + name
                                + " are no usable examples; they are not counted.");
            }
            Optional<OfferingProfile> row = profile.row(offering);
            return row.isPresent() ? Optional.of(count(profile, row.get())) : count(profile);
        }

        private Optional<DatasetTokens> count(DatasetSummary summary) {
            BigDecimal text = summary.textTokensPerExample().expected();
            Range example = Range.exactly(text);
            String words = Decimals.plain(text);
            if (summary.hasImages()) {
                Optional<TokenRange> image = image(summary);
                if (image.isEmpty()) {
                    return Optional.empty();
                }
                BigDecimal images = summary.imagesPerExample().expected();
                example = example.plus(image.get().asRange().times(images));
                words = "(" + words + " + " + Decimals.plain(images) + " x "
                        + image.get().expected() + ")";
            }
            Long context = trainingContext();
            if (context != null && example.high().compareTo(BigDecimal.valueOf(context)) > 0) {
                notes.warn(
                        WarningCode.EXAMPLES_CUT,
                        "An example of the " + name + " has up to " + Decimals.plain(example.high())
                                + " tokens, more than the training context of " + context
                                + "; the provider cuts its end and only what is left is counted.");
                example = atMost(example, BigDecimal.valueOf(context));
                words = "min(" + words + ", " + context + ")";
            }
            return Optional.of(new DatasetTokens(
                    example.times(summary.examples().expected()),
                    summary.exampleCount() + " examples x " + words + " tokens"));
        }

        private Optional<TokenRange> image(DatasetSummary summary) {
            Optional<ImageBilling> billing = billing();
            return billing.map(rule -> tokens(
                    rule,
                    summary.expectedWidth(),
                    summary.expectedHeight(),
                    Objects.requireNonNullElse(summary.imageDetail(), Detail.AUTO)));
        }

        private DatasetTokens count(DatasetProfile profile, OfferingProfile row) {
            warnOfOtherFacts(profile);
            if (row.truncatedExamples() > 0) {
                notes.warn(
                        WarningCode.EXAMPLES_CUT,
                        row.truncatedExamples() + " examples of the " + name
                                + " are longer than the training context; the provider cuts their ends.");
            }
            List<Finding> findings = nonNull(row.findings());
            List<Finding> errors = findings.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .toList();
            if (!errors.isEmpty()) {
                notes.warn(
                        WarningCode.DATASET_ERRORS,
                        "The " + name + " breaks rules of " + offering.id() + ": " + counts(errors)
                                + ". The provider may refuse the file or drop parts of it.");
            }
            List<Finding> skipped = findings.stream().filter(this::skips).toList();
            if (!skipped.isEmpty()) {
                notes.assume(
                        AssumptionCode.SKIPPED_IMAGES,
                        counts(skipped),
                        "The provider leaves images of the " + name + " out of training (" + counts(skipped)
                                + "). Whether they are billed is not stated; they cost what the profile counts for"
                                + " them.");
            }
            return new DatasetTokens(
                    row.tokensPerEpoch().asRange(), row.tokensPerEpoch().expected() + " tokens");
        }

        private Optional<DatasetTokens> count(DatasetProfile profile) {
            Optional<Range> images = imageTokens(profile.images());
            if (images.isEmpty()) {
                return Optional.empty();
            }
            Range text = text(profile.text().tokens().total()).asRange();
            Range overhead = overhead(profile);
            assumeWithoutOffering(profile);
            return Optional.of(new DatasetTokens(
                    text.plus(images.get()).plus(overhead),
                    "(" + text.expected() + " text + " + images.get().expected() + " image + " + overhead.expected()
                            + " overhead) tokens"));
        }

        private TokenRange text(long counted) {
            TextEncoding encoding = offering.textEncoding();
            if (encoding == null || encoding.ratio() == null) {
                return TokenRange.exactly(counted);
            }
            notes.assume(
                    AssumptionCode.TEXT_ESTIMATED,
                    Decimals.plain(encoding.ratio().expected()),
                    "The tokenizer of " + offering.id() + " is not public or not here: its text counts as "
                            + Decimals.plain(encoding.ratio().expected()) + " tokens for one of " + encoding.encoding()
                            + ", from " + Decimals.plain(encoding.ratio().low()) + " to "
                            + Decimals.plain(encoding.ratio().high()) + ".");
            return encoding.tokens(counted);
        }

        /** Where nothing is known of it, that of most chat models as expected value and nothing as low, as in a profile. */
        private Range overhead(DatasetProfile profile) {
            boolean known = offering.messageTokens() != null;
            MessageOverhead packaging = known ? offering.messageTokens().overhead() : MessageOverhead.USUAL;
            if (!known) {
                notes.warn(
                        WarningCode.OVERHEAD_UNKNOWN,
                        "What " + offering.id()
                                + " counts around messages is not known; expected is what most chat models"
                                + " count, low is nothing.");
            }
            DatasetProfile.Messages messages = profile.messages();
            BigDecimal count = BigDecimal.valueOf(messages.system())
                    .add(BigDecimal.valueOf(messages.user()))
                    .add(BigDecimal.valueOf(messages.assistant()))
                    .add(BigDecimal.valueOf(messages.tool()));
            Range around = packaging
                    .perExample()
                    .asRange()
                    .times(BigDecimal.valueOf(profile.examples()))
                    .plus(Range.exactly(count.multiply(BigDecimal.valueOf(packaging.perMessage()))));
            return known ? around : new Range(BigDecimal.ZERO, around.expected(), around.high());
        }

        private Optional<Range> imageTokens(DatasetProfile.Images images) {
            if (images.count() == 0 && images.sizes().isEmpty()) {
                return Optional.of(Range.ZERO);
            }
            Optional<ImageBilling> billing = billing();
            if (billing.isEmpty()) {
                return Optional.empty();
            }
            Range sum = Range.ZERO;
            for (DatasetProfile.SizeCount size : images.sizes()) {
                Detail detail = Objects.requireNonNullElse(size.detail(), Detail.AUTO);
                TokenRange image = tokens(billing.get(), size.width(), size.height(), detail);
                sum = sum.plus(image.asRange().times(BigDecimal.valueOf(size.count())));
            }
            for (Map.Entry<Detail, Long> unresolved : images.unresolvedDetails().entrySet()) {
                sum = sum.plus(unresolvedTokens(billing.get(), unresolved.getKey(), unresolved.getValue()));
            }
            if (images.unreadable() != null && images.unreadable() > 0) {
                notes.assume(
                        AssumptionCode.UNREADABLE_IMAGES,
                        Long.toString(images.unreadable()),
                        images.unreadable() + " images of the " + name + " cannot be read; they are not counted.");
            }
            if (images.sizeStep() != null && images.sizeStep() > 1) {
                notes.assume(
                        AssumptionCode.ROUNDED_IMAGE_SIZES,
                        Integer.toString(images.sizeStep()),
                        "The profile of the " + name + " holds image sizes rounded up to multiples of "
                                + images.sizeStep() + " pixels.");
            }
            return Optional.of(sum);
        }

        private Range unresolvedTokens(ImageBilling billing, Detail detail, long count) {
            if (count == 0) {
                return Range.ZERO;
            }
            if (!billing.supports(detail)) {
                warnOfRejection("the detail " + detail + " is not taken");
                return Range.ZERO;
            }
            TokenRange bounds = billing.bounds(detail);
            notes.assume(
                    AssumptionCode.UNRESOLVED_IMAGES,
                    Long.toString(count),
                    "The size of " + count + " images of the " + name + " with detail " + detail
                            + " is not known: each counts from " + bounds.low() + " to " + bounds.high()
                            + " tokens, expected " + bounds.expected() + ".");
            return bounds.asRange().times(BigDecimal.valueOf(count));
        }

        private Optional<ImageBilling> billing() {
            Optional<ImageBilling> billing = offering.imageBilling(asOf);
            if (billing.isEmpty()) {
                notes.warn(
                        WarningCode.TOKENS_UNKNOWN,
                        "The " + name + " has images, and no rule for their tokens is known for " + offering.id()
                                + " on " + asOf + ".");
            }
            return billing;
        }

        private TokenRange tokens(ImageBilling billing, int width, int height, Detail detail) {
            ImageTokens tokens = billing.tokens(width, height, detail);
            if (billing.disputed(width, height, detail)) {
                notes.warn(
                        WarningCode.IMAGE_TOKENS_DISPUTED,
                        "Sources differ on the tokens of images of the " + name + "; the range holds their readings. "
                                + offering.imageRulesInForce(asOf).stream()
                                        .map(ImageRuleFact::source)
                                        .distinct()
                                        .collect(Collectors.joining("; ")));
            }
            if (tokens instanceof ImageTokens.Rejected rejected) {
                warnOfRejection(width + " x " + height + " pixels, detail " + detail + ": " + rejected.reason());
                return TokenRange.ZERO;
            }
            return ((ImageTokens.Counted) tokens).tokens();
        }

        private void warnOfRejection(String why) {
            notes.warn(
                    WarningCode.IMAGES_REJECTED,
                    "The provider rejects images of the " + name + ", which are not counted: " + why + ".");
        }

        private void warnOfOtherFacts(DatasetProfile profile) {
            boolean otherCatalog = profile.catalogVersion() != null
                    && !profile.catalogVersion().equals(catalogVersion);
            boolean otherDay = profile.asOf() != null && !profile.asOf().equals(asOf);
            if (otherCatalog || otherDay) {
                notes.warn(
                        WarningCode.PROFILE_OF_OTHER_FACTS,
                        "The profile of the " + name + " was made "
                                + (otherCatalog ? "with another catalog" : "with this catalog")
                                + (profile.asOf() == null ? "" : " for " + profile.asOf())
                                + "; its tokens stand as they are. Profile it again to be sure.");
            }
        }

        private void assumeWithoutOffering(DatasetProfile profile) {
            notes.assume(
                    AssumptionCode.TOKENS_WITHOUT_OFFERING,
                    null,
                    "The profile of the " + name + " was not made for " + offering.id()
                            + ": its tokens are text, images by this offering's rule, and the overhead of messages;"
                            + " speakers' names and definitions of tools are not counted.");
            String encoding = profile.text().encoding();
            if (offering.textEncoding() != null
                    && !offering.textEncoding().encoding().equals(encoding)) {
                notes.warn(
                        WarningCode.ENCODING_DIFFERS,
                        "The text of the " + name + " was counted in " + encoding + ", but " + offering.id()
                                + " counts in " + offering.textEncoding().encoding() + ".");
            }
            Long context = trainingContext();
            boolean cut = context != null
                    && profile.tokensPerExample() != null
                    && profile.tokensPerExample().max() > context;
            if (cut) {
                notes.warn(
                        WarningCode.EXAMPLES_CUT,
                        "The longest example of the " + name + " has "
                                + profile.tokensPerExample().max() + " tokens, more than the training context of "
                                + context + "; the provider cuts its end, but the tokens hold it whole.");
            } else {
                notes.assume(
                        AssumptionCode.NO_EXAMPLE_CUT,
                        context == null ? null : context.toString(),
                        "No example of the " + name + " is taken to be longer than the training context.");
            }
        }

        private boolean skips(Finding finding) {
            LimitName limit = SKIPPING.get(finding.code());
            return limit != null
                    && offering.limits().stream()
                            .anyMatch(stated -> stated.limit() == limit
                                    && stated.inForce(asOf)
                                    && stated.effect() == Effect.IMAGE_SKIPPED);
        }

        private Long trainingContext() {
            return offering.contextTokens() == null
                    ? null
                    : offering.contextTokens().training();
        }

        private static String counts(List<Finding> findings) {
            return findings.stream()
                    .map(finding -> finding.code() + " x " + finding.count())
                    .collect(Collectors.joining(", "));
        }

        private static Range atMost(Range range, BigDecimal limit) {
            return new Range(
                    range.low().min(limit),
                    range.expected().min(limit),
                    range.high().min(limit));
        }
    }

    private static <T> List<T> nonNull(List<T> list) {
        return list == null ? List.of() : list;
    }
}

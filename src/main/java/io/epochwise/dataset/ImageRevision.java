package io.epochwise.dataset;

import io.epochwise.catalog.Offering;
import io.epochwise.money.Range;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageBilling;
import io.epochwise.token.image.ImageChange;
import io.epochwise.token.image.ImageTokens;
import io.epochwise.token.image.SizedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What other images do to a profile and to what it says of one offering. */
record ImageRevision(DatasetProfile profile, Offering offering, LocalDate asOf) {
    DatasetProfile changed(ImageChange change) {
        DatasetProfile.Images images = profile.images();
        Map<SizedImage, Long> sizes = new LinkedHashMap<>();
        if (images.sizes() != null) {
            images.sizes().forEach(size -> sizes.merge(change.of(size.image()), size.count(), Long::sum));
        }
        Map<String, Long> unresolved = new TreeMap<>();
        images.unresolvedDetails()
                .forEach((detail, count) ->
                        unresolved.merge(change.ofUnknownSize(detail).toString(), count, Long::sum));
        return with(
                profile.examples(),
                new DatasetProfile.Images(
                        images.count(),
                        images.examplesWithImages(),
                        images.maxPerExample(),
                        images.bytes(),
                        images.byFormat(),
                        images.byColorMode(),
                        images.bySource(),
                        images.unresolved(),
                        images.unreadable(),
                        images.sizeStep(),
                        sizes.entrySet().stream()
                                .map(size -> count(size.getKey(), size.getValue()))
                                .toList(),
                        unresolved));
    }

    DatasetProfile packed(BigDecimal questionsPerImage) {
        long conversations = BigDecimal.valueOf(profile.examples())
                .divide(questionsPerImage, 0, RoundingMode.CEILING)
                .longValueExact();
        return with(conversations, new Growth(conversations, profile.examples()).of(profile.images()));
    }

    private static DatasetProfile.SizeCount count(SizedImage image, long count) {
        return new DatasetProfile.SizeCount(image.width(), image.height(), image.detail(), count);
    }

    private DatasetProfile with(long examples, DatasetProfile.Images images) {
        return new DatasetProfile(
                profile.schema(),
                profile.catalogVersion(),
                profile.asOf(),
                profile.bytes(),
                profile.lines(),
                profile.blankLines(),
                examples,
                profile.invalidExamples(),
                profile.messages(),
                profile.text(),
                profile.tokensPerExample(),
                images,
                rows(images),
                profile.findings(),
                null);
    }

    private List<DatasetProfile.OfferingProfile> rows(DatasetProfile.Images images) {
        ImageBilling billing = offering.imageBilling(asOf).orElse(null);
        DatasetProfile.OfferingProfile own = profile.row(offering).orElse(null);
        if (billing == null || own == null || own.tokensPerEpoch() == null) {
            return profile.offerings();
        }
        Range before = tokens(billing, profile.images());
        Range after = tokens(billing, images);
        return profile.offerings().stream()
                .map(row -> row == own ? changed(row, before, after) : row)
                .toList();
    }

    /** The row's own figure for images may differ from the rule's, where the provider leaves images out. */
    private static DatasetProfile.OfferingProfile changed(
            DatasetProfile.OfferingProfile row, Range before, Range after) {
        if (before.expected().signum() == 0) {
            return row;
        }
        BigDecimal share = BigDecimal.valueOf(row.imageTokens()).divide(before.expected(), MathContext.DECIMAL64);
        TokenRange tokens = row.tokensPerEpoch();
        long low = changed(tokens.low(), before.low(), after.low(), share);
        long expected = Math.max(low, changed(tokens.expected(), before.expected(), after.expected(), share));
        long high = Math.max(expected, changed(tokens.high(), before.high(), after.high(), share));
        return new DatasetProfile.OfferingProfile(
                row.offering(),
                row.textTokens(),
                changed(row.imageTokens(), before.expected(), after.expected(), share),
                row.overheadTokens(),
                new TokenRange(low, expected, high),
                row.truncatedExamples(),
                row.defaultEpochs(),
                row.findings());
    }

    private static long changed(long tokens, BigDecimal before, BigDecimal after, BigDecimal share) {
        return BigDecimal.valueOf(tokens)
                .add(after.subtract(before).multiply(share))
                .setScale(0, RoundingMode.HALF_EVEN)
                .max(BigDecimal.ZERO)
                .longValueExact();
    }

    private static Range tokens(ImageBilling billing, DatasetProfile.Images images) {
        Range sum = Range.ZERO;
        if (images.sizes() != null) {
            for (DatasetProfile.SizeCount size : images.sizes()) {
                SizedImage image = size.image();
                if (billing.tokens(image.width(), image.height(), image.detail())
                        instanceof ImageTokens.Counted counted) {
                    sum = sum.plus(counted.tokens().asRange().times(BigDecimal.valueOf(size.count())));
                }
            }
        }
        for (Map.Entry<Detail, Long> unresolved : images.unresolvedDetails().entrySet()) {
            if (billing.supports(unresolved.getKey())) {
                sum = sum.plus(
                        billing.bounds(unresolved.getKey()).asRange().times(BigDecimal.valueOf(unresolved.getValue())));
            }
        }
        return sum;
    }
}

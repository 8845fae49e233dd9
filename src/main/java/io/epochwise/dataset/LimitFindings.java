package io.epochwise.dataset;

import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.Offering;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageBilling;
import io.epochwise.token.image.ImageTokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the limits of an offering say of a dataset of which only sums are known. A profile that was made for the offering
 * has been held against them line by line already: then its findings stand.
 */
public final class LimitFindings {
    private final OfferingLimits limits;
    private final Tally tally = new Tally();

    private LimitFindings(OfferingLimits limits) {
        this.limits = limits;
    }

    /**
     * The findings in order of their codes. Those of sums name no lines, and count 1 where no sum tells how often.
     *
     * @param dataset one that {@link DatasetChecks} finds no fault with
     * @param tier the price class; null for the offering's usual one
     * @param asOf the day whose limits apply
     */
    public static List<Finding> of(Dataset dataset, Offering offering, String tier, LocalDate asOf) {
        LimitFindings findings = new LimitFindings(new OfferingLimits(offering, tier, asOf));
        if (dataset instanceof DatasetSummary summary) {
            return findings.of(summary);
        }
        DatasetProfile profile = (DatasetProfile) dataset;
        return profile.row(offering).map(row -> nonNull(row.findings())).orElseGet(() -> findings.of(profile));
    }

    private List<Finding> of(DatasetSummary summary) {
        long examples = summary.exampleCount();
        BigDecimal images = Objects.requireNonNullElse(summary.imagesPerExample(), Range.ZERO)
                .expected();
        boolean allHaveImages = images.compareTo(BigDecimal.ONE) >= 0;
        if (limits.exceeds(LimitName.IMAGES_PER_EXAMPLE, images)) {
            add(FindingCode.TOO_MANY_IMAGES, examples);
        }
        if (summary.hasImages() && limits.tunesTextOnly()) {
            add(FindingCode.IMAGES_NOT_TRAINABLE, allHaveImages ? examples : 1);
        }
        BigDecimal tokens = summary.textTokensPerExample().expected();
        if (summary.hasImages() && limits.billing() != null) {
            Optional<Long> image = tokens(summary);
            if (image.isEmpty()) {
                add(FindingCode.IMAGE_REJECTED, examples);
            }
            tokens = tokens.add(images.multiply(BigDecimal.valueOf(image.orElse(0L))));
        }
        if (tokens.compareTo(BigDecimal.valueOf(limits.trainingContext())) > 0) {
            add(FindingCode.EXAMPLE_OVER_CONTEXT, examples);
        }
        return findings(examples, allHaveImages ? examples : 0, summary.hasImages() ? examples : 0, 0);
    }

    private Optional<Long> tokens(DatasetSummary summary) {
        ImageTokens tokens = limits.billing()
                .tokens(
                        summary.expectedWidth(),
                        summary.expectedHeight(),
                        Objects.requireNonNullElse(summary.imageDetail(), Detail.AUTO));
        return tokens instanceof ImageTokens.Counted counted
                ? Optional.of(counted.tokens().expected())
                : Optional.empty();
    }

    private List<Finding> of(DatasetProfile profile) {
        DatasetProfile.Distribution tokens = profile.tokensPerExample();
        if (tokens != null && tokens.max() > limits.trainingContext()) {
            long certain = nonNull(tokens.histogram()).stream()
                    .filter(bucket -> bucket.from() > limits.trainingContext())
                    .mapToLong(DatasetProfile.Bucket::count)
                    .sum();
            add(FindingCode.EXAMPLE_OVER_CONTEXT, Math.max(1, certain));
        }
        DatasetProfile.Images images = profile.images();
        if (images == null) {
            return findings(profile.examples(), 0, 0, profile.bytes());
        }
        addNotTaken(LimitName.IMAGE_SOURCE, images.bySource());
        addNotTaken(LimitName.IMAGE_FORMAT, images.byFormat());
        addNotTaken(LimitName.IMAGE_COLOR_MODE, images.byColorMode());
        if (limits.exceeds(LimitName.IMAGES_PER_EXAMPLE, images.maxPerExample())) {
            add(FindingCode.TOO_MANY_IMAGES, 1);
        }
        if (images.count() > 0 && limits.tunesTextOnly()) {
            add(FindingCode.IMAGES_NOT_TRAINABLE, Math.max(1, images.examplesWithImages()));
        }
        if (limits.billing() != null) {
            add(FindingCode.IMAGE_REJECTED, rejected(limits.billing(), images));
        }
        return findings(profile.examples(), images.examplesWithImages(), images.count(), profile.bytes());
    }

    private void addNotTaken(LimitName name, Map<String, Long> counts) {
        if (counts != null) {
            counts.forEach((value, count) -> {
                if (!limits.takes(name, value)) {
                    add(OfferingLimits.found(name), count);
                }
            });
        }
    }

    private static long rejected(ImageBilling billing, DatasetProfile.Images images) {
        return nonNull(images.sizes()).stream()
                .filter(size -> billing.tokens(
                                size.width(), size.height(), Objects.requireNonNullElse(size.detail(), Detail.AUTO))
                        instanceof ImageTokens.Rejected)
                .mapToLong(DatasetProfile.SizeCount::count)
                .sum();
    }

    private void add(FindingCode code, long count) {
        if (count > 0) {
            tally.add(code, count, List.of());
        }
    }

    private List<Finding> findings(long examples, long examplesWithImages, long images, long bytes) {
        List<Finding> findings = new ArrayList<>(tally.findings(limits::limitText));
        findings.addAll(limits.ofFile(examples, examplesWithImages, images, bytes));
        findings.sort((a, b) -> a.code().compareTo(b.code()));
        return List.copyOf(findings);
    }

    private static <T> List<T> nonNull(List<T> list) {
        return list == null ? List.of() : list;
    }
}

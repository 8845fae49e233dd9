package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.FineTuning;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.ValidationBilling;
import io.epochwise.dataset.Dataset;
import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetProfile.OfferingProfile;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.dataset.DefaultEpochs;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageTokens;
import io.epochwise.token.image.SizedImage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A training job that was billed by tokens.
 *
 * @param request the question
 * @param offering what was tuned
 * @param tier the price class
 * @param asOf the day of the job
 * @param fileBytes bytes of the training file; null if not known
 * @param count how the estimate counts it
 */
record BilledJob(
        TrainingRequest request, Offering offering, String tier, LocalDate asOf, Long fileBytes, JobCount count) {

    /** What one pass over a dataset counts. */
    private record Pass(BigDecimal text, BigDecimal images, BigDecimal overhead, BigDecimal cut, BigDecimal most) {
        static final Pass NONE = new Pass(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null);

        BigDecimal tokens() {
            BigDecimal left = text.add(images).add(overhead).subtract(cut);
            return most == null ? left : left.min(most);
        }
    }

    /**
     * A job whose parts are known and make up what is expected of it; empty if they do not, as of a profile that was not made for
     * the offering, or a job in steps.
     *
     * @param expected the tokens that the estimate expects to be billed
     */
    static Optional<BilledJob> of(
            TrainingRequest request, Offering offering, LocalDate asOf, Long fileBytes, BigDecimal expected) {
        FineTuning tuning = offering.fineTuning();
        if (tuning == null || expected == null) {
            return Optional.empty();
        }
        String tier = Objects.requireNonNullElse(request.tier(), offering.defaultTier());
        Optional<Pass> dataset = pass(request.dataset(), offering, asOf);
        Optional<Pass> validation =
                request.validation() == null ? Optional.of(Pass.NONE) : pass(request.validation(), offering, asOf);
        if (dataset.isEmpty() || validation.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal epochs = BigDecimal.valueOf(Objects.requireNonNullElseGet(
                request.epochs(),
                () -> DefaultEpochs.of(offering, tier, asOf, request.dataset().exampleCount())));
        JobCount count = new JobCount(
                BigDecimal.valueOf(request.dataset().exampleCount()),
                epochs,
                dataset.get().text(),
                dataset.get().images(),
                dataset.get().overhead(),
                dataset.get().cut(),
                dataset.get().most(),
                validation.get().tokens(),
                validationPasses(tuning.validation(), request, epochs),
                free(request, offering, asOf),
                BigDecimal.valueOf(tuning.billingUnit()));
        Long bytes = fileBytes == null && request.dataset() instanceof DatasetProfile profile && profile.bytes() > 0
                ? Long.valueOf(profile.bytes())
                : fileBytes;
        return count.tokens().compareTo(expected) == 0
                ? Optional.of(new BilledJob(request, offering, tier, asOf, bytes, count))
                : Optional.empty();
    }

    private static BigDecimal validationPasses(ValidationBilling billing, TrainingRequest request, BigDecimal epochs) {
        if (request.validation() == null) {
            return BigDecimal.ZERO;
        }
        return switch (billing) {
            case BILLED -> epochs;
            case PER_EVALUATION -> BigDecimal.valueOf(Objects.requireNonNullElse(request.evaluations(), 1));
            case FREE, BATCH_INFERENCE, UNSTATED -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal free(TrainingRequest request, Offering offering, LocalDate asOf) {
        return offering.promotion(Meter.TRAINING, asOf)
                .map(promotion -> BigDecimal.valueOf(promotion.freePerDay())
                        .multiply(BigDecimal.valueOf(Objects.requireNonNullElse(request.jobDays(), 1))))
                .orElse(BigDecimal.ZERO);
    }

    private static Optional<Pass> pass(Dataset dataset, Offering offering, LocalDate asOf) {
        if (dataset instanceof DatasetSummary summary) {
            return pass(summary, offering, asOf);
        }
        return ((DatasetProfile) dataset).row(offering).map(BilledJob::pass);
    }

    private static Pass pass(OfferingProfile row) {
        BigDecimal text = BigDecimal.valueOf(row.textTokens());
        BigDecimal images = BigDecimal.valueOf(row.imageTokens());
        BigDecimal overhead = BigDecimal.valueOf(row.overheadTokens());
        BigDecimal billed = BigDecimal.valueOf(row.tokensPerEpoch().expected());
        return new Pass(text, images, overhead, text.add(images).add(overhead).subtract(billed), null);
    }

    private static Optional<Pass> pass(DatasetSummary summary, Offering offering, LocalDate asOf) {
        BigDecimal examples = summary.examples().expected();
        BigDecimal text = summary.textTokensPerExample().expected().multiply(examples);
        BigDecimal most = offering.contextTokens() == null
                        || offering.contextTokens().training() == null
                ? null
                : examples.multiply(BigDecimal.valueOf(offering.contextTokens().training()));
        return images(summary, image -> tokens(offering, asOf, image))
                .map(images -> new Pass(text, images, BigDecimal.ZERO, BigDecimal.ZERO, most));
    }

    /**
     * The tokens of all images of the training dataset, counted otherwise.
     *
     * @param tokens of one image; empty if they are not known
     * @return empty if those of an image are not known
     */
    Optional<BigDecimal> images(Function<SizedImage, Optional<BigDecimal>> tokens) {
        return images(request.dataset(), tokens);
    }

    /** Whether all images can be counted one by one, as they are in the estimate. */
    boolean countsImages() {
        return count.images().signum() > 0
                && images(this::tokens)
                        .filter(sum -> sum.compareTo(count.images()) == 0)
                        .isPresent();
    }

    private static Optional<BigDecimal> images(Dataset dataset, Function<SizedImage, Optional<BigDecimal>> tokens) {
        if (!dataset.hasImages()) {
            return Optional.of(BigDecimal.ZERO);
        }
        if (dataset instanceof DatasetSummary summary) {
            BigDecimal images = summary.imagesPerExample()
                    .expected()
                    .multiply(summary.examples().expected());
            return tokens.apply(summary.expectedImage()).map(images::multiply);
        }
        DatasetProfile.Images images = ((DatasetProfile) dataset).images();
        if (images.unresolved() > 0) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (DatasetProfile.SizeCount size : images.sizes()) {
            Optional<BigDecimal> image = tokens.apply(size.image());
            if (image.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(image.get().multiply(BigDecimal.valueOf(size.count())));
        }
        return Optional.of(sum);
    }

    /** The tokens of an image by the rule that the estimate takes; empty if none is known. */
    Optional<BigDecimal> tokens(SizedImage image) {
        return tokens(offering, asOf, image);
    }

    /** The tokens of an image as the estimate counts it: none where the provider rejects it. */
    private static Optional<BigDecimal> tokens(Offering offering, LocalDate asOf, SizedImage image) {
        return offering.imageBilling(asOf)
                .map(billing -> expected(billing.tokens(image.width(), image.height(), image.detail())));
    }

    /** The expected tokens of a counted image, none of a rejected one. */
    static BigDecimal expected(ImageTokens tokens) {
        return tokens instanceof ImageTokens.Counted counted
                ? BigDecimal.valueOf(counted.tokens().expected())
                : BigDecimal.ZERO;
    }

    /** The detail that all images ask for; empty if they differ or there are none. */
    Optional<Detail> detail() {
        if (!request.dataset().hasImages()) {
            return Optional.empty();
        }
        if (request.dataset() instanceof DatasetSummary summary) {
            return Optional.of(summary.expectedImage().detail());
        }
        var details = ((DatasetProfile) request.dataset())
                .images().sizes().stream()
                        .map(size -> size.image().detail())
                        .distinct()
                        .toList();
        return details.size() == 1 ? Optional.of(details.get(0)) : Optional.empty();
    }
}

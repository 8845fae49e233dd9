package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.LimitName;
import io.epochwise.dataset.DatasetSummary;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Images that a provider leaves out of training are not billed: all of them, or those over the limit of an example (MS-VFT). */
final class SkippedImagesCause implements CountingCause {
    @Override
    public Stream<CountChange> changes(BilledJob job) {
        CountChange all = new CountChange(
                BillingCauseCode.SKIPPED_IMAGES,
                "No image is billed: only text is.",
                count -> count.withImages(BigDecimal.ZERO));
        return Stream.concat(Stream.of(all), overLimit(job));
    }

    private static Stream<CountChange> overLimit(BilledJob job) {
        if (!(job.request().dataset() instanceof DatasetSummary summary) || !summary.hasImages()) {
            return Stream.empty();
        }
        BigDecimal each = summary.imagesPerExample().expected();
        return job.offering().limit(LimitName.IMAGES_PER_EXAMPLE, job.tier(), job.asOf()).stream()
                .filter(limit -> limit.max() != null && each.compareTo(limit.max()) > 0)
                .flatMap(limit -> job.tokens(summary.expectedImage()).stream()
                        .map(image ->
                                image.multiply(limit.max()).multiply(job.count().examples()))
                        .map(kept -> new CountChange(
                                BillingCauseCode.SKIPPED_IMAGES,
                                "Of the images of an example " + limit.max()
                                        + " are billed; those beyond the limit are skipped.",
                                count -> count.withImages(kept))));
    }
}

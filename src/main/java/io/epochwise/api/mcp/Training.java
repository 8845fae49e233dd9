package io.epochwise.api.mcp;

import io.epochwise.dataset.DatasetSummary;
import io.epochwise.decision.TrainingPlan;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Range;
import io.epochwise.policy.Organization;
import io.epochwise.token.image.Detail;
import java.time.LocalDate;

/**
 * What is said of a training job by several tools.
 *
 * @param dataset the examples
 * @param epochs null for the provider's own number
 * @param tier null for the usual price class
 */
record Training(DatasetSummary dataset, Integer epochs, String tier) {
    /**
     * The same, from what a tool takes.
     *
     * @throws InvalidInputException if images are described and how many there are is not said: without them tuning would seem cheap
     */
    static Training of(
            Range examples,
            Range textTokensPerExample,
            Range imagesPerExample,
            Range imageWidth,
            Range imageHeight,
            Detail imageDetail,
            Integer epochs,
            String tier) {
        if (imagesPerExample == null && (imageWidth != null || imageHeight != null || imageDetail != null)) {
            throw new InvalidInputException("imagesPerExample", "must be given where images are described");
        }
        return new Training(
                new DatasetSummary(
                        examples, textTokensPerExample, imagesPerExample, imageWidth, imageHeight, imageDetail),
                epochs,
                tier);
    }

    TrainingRequest with(String offering, Organization organization, LocalDate asOf) {
        return new TrainingRequest(
                offering,
                dataset,
                epochs,
                null,
                null,
                null,
                tier,
                null,
                null,
                null,
                organization,
                asOf,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    TrainingPlan plan() {
        return new TrainingPlan(
                dataset, epochs, null, null, null, tier, null, null, null, null, null, null, null, null, null);
    }
}

package io.epochwise.api.mcp;

import io.epochwise.dataset.DatasetSummary;
import io.epochwise.decision.TrainingPlan;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;

/** What several tools take of a training job. */
final class Training {
    private Training() {}

    /**
     * The plan that it is.
     *
     * @param epochs null for the provider's own number
     * @param tier null for the usual price class
     * @throws InvalidInputException if images are described and how many there are is not said: without them tuning would seem cheap
     */
    static TrainingPlan plan(
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
        DatasetSummary dataset = new DatasetSummary(
                examples, textTokensPerExample, imagesPerExample, imageWidth, imageHeight, imageDetail);
        return new TrainingPlan(
                dataset, epochs, null, null, null, tier, null, null, null, null, null, null, null, null, null);
    }
}

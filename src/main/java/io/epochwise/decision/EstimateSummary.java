package io.epochwise.decision;

import io.epochwise.estimate.Estimate;
import io.epochwise.money.Range;
import java.time.LocalDate;

/**
 * One side of a diff in short.
 *
 * @param id the id that the estimate has on its own; null until set by {@link EstimateDiff#withIds}
 * @param catalogVersion the catalog whose facts were applied
 * @param asOf the day whose facts were applied
 * @param offering the offering's id
 * @param tier the price class
 * @param region as asked; null if none was
 * @param currency ISO 4217 code of the total
 * @param total the sum of the lines; null if a line is unpriced
 */
public record EstimateSummary(
        String id,
        String catalogVersion,
        LocalDate asOf,
        String offering,
        String tier,
        String region,
        String currency,
        Range total) {

    static EstimateSummary of(Estimate estimate, String tier, String region) {
        return new EstimateSummary(
                estimate.id(),
                estimate.catalogVersion(),
                estimate.asOf(),
                estimate.offering(),
                tier,
                region,
                estimate.currency(),
                estimate.total());
    }

    EstimateSummary withId(String id) {
        return new EstimateSummary(id, catalogVersion, asOf, offering, tier, region, currency, total);
    }
}

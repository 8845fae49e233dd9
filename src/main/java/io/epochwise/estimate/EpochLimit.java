package io.epochwise.estimate;

import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.Offering;
import java.math.BigDecimal;
import java.time.LocalDate;

/** How many epochs a job may have, both bounds included. */
record EpochLimit(int min, int max) {

    /**
     * The provider's limit, within what this service takes.
     *
     * @param tier null for the offering's usual price class
     * @param most the most where the provider states none
     */
    static EpochLimit of(Offering offering, String tier, LocalDate asOf, int most) {
        return offering.limit(LimitName.EPOCHS, tier, asOf)
                .map(limit -> new EpochLimit(bound(limit.min(), 1, most), bound(limit.max(), most, most)))
                .orElse(new EpochLimit(1, most));
    }

    private static int bound(BigDecimal stated, int otherwise, int most) {
        return stated == null
                ? otherwise
                : stated.min(BigDecimal.valueOf(most)).max(BigDecimal.ONE).intValue();
    }
}

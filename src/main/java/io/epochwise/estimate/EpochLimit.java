package io.epochwise.estimate;

import io.epochwise.catalog.Limit;
import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.Offering;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How many epochs a job may have.
 *
 * @param min the least
 * @param max the most
 * @param source who says that there can be no more; null if it is only that no more are looked at
 */
public record EpochLimit(int min, int max, String source) {
    /** The most where the provider states none. */
    static final int MOST = 1_000;

    /**
     * The provider's limit, within what this service takes.
     *
     * @param tier null for the offering's usual price class
     */
    public static EpochLimit of(Offering offering, String tier, LocalDate asOf) {
        return offering.limit(LimitName.EPOCHS, tier, asOf).map(EpochLimit::of).orElse(new EpochLimit(1, MOST, null));
    }

    private static EpochLimit of(Limit limit) {
        int max = bound(limit.max(), MOST);
        return new EpochLimit(bound(limit.min(), 1), max, limit.max() == null || max == MOST ? null : limit.source());
    }

    private static int bound(BigDecimal stated, int otherwise) {
        return stated == null
                ? otherwise
                : stated.min(BigDecimal.valueOf(MOST)).max(BigDecimal.ONE).intValue();
    }
}

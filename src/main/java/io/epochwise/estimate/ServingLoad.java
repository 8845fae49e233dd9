package io.epochwise.estimate;

import java.math.BigDecimal;

/**
 * What has to be answered in a month.
 *
 * @param calls all calls of the month, retries included; 0 or more
 * @param hours the hours in which they come, above 0: 730 for all of a month
 * @param peakFactor calls a second at the peak for one on average, at least 1
 */
public record ServingLoad(BigDecimal calls, BigDecimal hours, BigDecimal peakFactor) {
    /** @throws IllegalArgumentException if a part is out of its range */
    public ServingLoad {
        if (calls.signum() < 0 || hours.signum() <= 0 || peakFactor.compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException(
                    "no load: " + calls + " calls in " + hours + " hours, peak factor " + peakFactor);
        }
    }
}

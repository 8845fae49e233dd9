package io.epochwise.estimate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the caller pays instead of list prices. A fixed price goes before a percent, and both before what the operator has: own
 * prices, then the percent of an agreement.
 *
 * @param prices own prices, at most one a meter; null for none
 * @param discountPercent off the list prices, from 0 to 100; own prices stand as they are; null for that of
 *     the operator's agreement, if there is one, so 0 is none
 */
public record PriceOverrides(List<OwnPrice> prices, BigDecimal discountPercent) {
    /** List prices. */
    public static final PriceOverrides NONE = new PriceOverrides(null, null);

    /** Copies the list, null as an empty one; elements that are null are left for the checks to name. */
    public PriceOverrides {
        prices = prices == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(prices));
    }
}

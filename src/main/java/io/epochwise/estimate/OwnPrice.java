package io.epochwise.estimate;

import io.epochwise.catalog.Meter;
import java.math.BigDecimal;

/**
 * A price the caller knows better than the catalog, whatever the price class, region and day.
 *
 * @param meter what it is charged for
 * @param amount zero or more, in the currency of the offering's prices
 * @param per how many units it buys, a power of ten from 1; null for 1,000,000 where the meter counts tokens, else 1
 */
public record OwnPrice(Meter meter, BigDecimal amount, BigDecimal per) {}

package io.epochwise.export;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rate of exchange that the caller states; none is ever looked up.
 *
 * @param rate units of the document's currency for one unit of the prices' currency, above 0
 * @param asOf the day for which it is stated
 * @param source who states it
 */
public record ExchangeRate(BigDecimal rate, LocalDate asOf, String source) {}

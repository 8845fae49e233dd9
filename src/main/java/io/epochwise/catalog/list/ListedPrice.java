package io.epochwise.catalog.list;

import io.epochwise.catalog.Dated;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A price of a list.
 *
 * @param place what of the model it is for
 * @param amount USD for 1,000,000 tokens
 * @param note how the amount differs from the list's own text; null if it does not
 */
record ListedPrice(PricePlace place, BigDecimal amount, LocalDate from, LocalDate to, String note) implements Dated {
    ListedPrice at(PricePlace other) {
        return new ListedPrice(other, amount, from, to, note);
    }
}

package io.epochwise.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What the operator agreed with a provider, in an interval of dates. It does not change list prices.
 *
 * @param provider the first part of its offerings' ids
 * @param discountPercent off list prices of all its meters, from 0 to 100; null for none
 * @param committedAmount what is to be spent at it, whether used or not, in the currency of its prices; null for none
 * @param paid whether the committed amount is paid already
 * @param credits what need not be paid
 */
public record Agreement(
        String provider,
        BigDecimal discountPercent,
        BigDecimal committedAmount,
        boolean paid,
        List<AgreedCredit> credits,
        LocalDate from,
        LocalDate to,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact, Dated {
    /** Copies the list. */
    public Agreement {
        credits = List.copyOf(credits);
    }

    /**
     * An amount that need not be paid.
     *
     * @param amount zero or more
     * @param note what it is for; null for not said
     */
    public record AgreedCredit(BigDecimal amount, String note) {}
}

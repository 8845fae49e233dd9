package io.epochwise.export;

import java.time.LocalDate;

/**
 * What a document says beside what things cost. Every part may be null.
 *
 * @param number the document's own, up to 35 characters; null for one made of the day and the quotation's id
 * @param issueDate null for the day of the question
 * @param validUntil the last day on which it may be relied on, not before {@code issueDate}; null for not said
 * @param buyer who buys
 * @param supplier who sells; null for the provider, where all lines have the same
 * @param currency ISO 4217 code of the document; null for that of the prices
 * @param exchangeRate from the prices' currency; needed exactly where {@code currency} is another
 * @param notes for a reader, up to 2,000 characters
 * @param costCenter up to 50 characters
 * @param buyerCookie what a buyer's system set up a cart with, up to 200 characters; cXML repeats it
 * @param unspsc classification of all lines, 8 digits; null for 81112000, data services
 */
public record DocumentDetails(
        String number,
        LocalDate issueDate,
        LocalDate validUntil,
        Party buyer,
        Party supplier,
        String currency,
        ExchangeRate exchangeRate,
        String notes,
        String costCenter,
        String buyerCookie,
        String unspsc) {
    /** Nothing said. */
    static final DocumentDetails NONE =
            new DocumentDetails(null, null, null, null, null, null, null, null, null, null, null);

    DocumentDetails withNumber(String own) {
        return new DocumentDetails(
                own,
                issueDate,
                validUntil,
                buyer,
                supplier,
                currency,
                exchangeRate,
                notes,
                costCenter,
                buyerCookie,
                unspsc);
    }
}

package io.epochwise.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What several questions cost together, fit to be written as a document. It is a forecast and no offer.
 *
 * @param id digest of the ids of all answers and of all that the document says; null until set by {@link #withId}
 * @param catalogVersion the catalog whose facts were applied
 * @param asOf the day of the document
 * @param notice what a reader must know of its nature
 * @param listCurrency ISO 4217 code of the prices and formulas
 * @param currency ISO 4217 code of all other amounts
 * @param focusVersion of its FOCUS rows
 * @param document what it says beside amounts, with what follows from the quotation in place of what was not said
 * @param groups the questions with their lines
 * @param agreement what was agreed beside unit prices, in {@code listCurrency}
 * @param adjustments commitments, credits and rounding; lines that are added to those of the groups
 * @param totals the sums
 */
public record Quotation(
        String id,
        String catalogVersion,
        LocalDate asOf,
        String notice,
        String listCurrency,
        String currency,
        String focusVersion,
        DocumentDetails document,
        List<QuotedGroup> groups,
        AgreedSpending agreement,
        List<QuotedLine> adjustments,
        QuotedTotals totals) {
    /** What every document says of itself. */
    public static final String FORECAST = "Forecast, not an offer.";

    /** The version of FOCUS that most tools read. */
    static final String USUAL_FOCUS_VERSION = "1.2";

    private static final int SHOWN_OF_ID = 12;
    private static final int ALGORITHM = "sha256:".length();

    /** Copies the lists. */
    public Quotation {
        groups = List.copyOf(groups);
        adjustments = List.copyOf(adjustments);
    }

    /** The same quotation with its id, and with a number made of it if none was said. */
    public Quotation withId(String digest) {
        String number = document.number() != null
                ? document.number()
                : "EW-" + document.issueDate().toString().replace("-", "") + "-"
                        + digest.substring(ALGORITHM, ALGORITHM + SHOWN_OF_ID);
        return new Quotation(
                digest,
                catalogVersion,
                asOf,
                notice,
                listCurrency,
                currency,
                focusVersion,
                document.withNumber(number),
                groups,
                agreement,
                adjustments,
                totals);
    }

    /** All lines: those of the groups, then the adjustments. The rounded amounts add up to what is payable. */
    public Stream<QuotedLine> lines() {
        return Stream.concat(usage(), adjustments.stream());
    }

    /** The lines of the groups. */
    Stream<QuotedLine> usage() {
        return groups.stream().flatMap(group -> group.lines().stream());
    }

    /** Units of the document's currency for one of the prices' currency. */
    BigDecimal rate() {
        return document.exchangeRate() == null
                ? BigDecimal.ONE
                : document.exchangeRate().rate();
    }
}

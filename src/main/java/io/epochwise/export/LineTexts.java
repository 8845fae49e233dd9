package io.epochwise.export;

import io.epochwise.money.Decimals;
import java.math.BigDecimal;

/** How a line is told in documents that have little room for it. */
final class LineTexts {
    private LineTexts() {}

    /** What is charged, of which offering, and what a unit of the price is. */
    static String description(QuotedLine line) {
        String of = line.offering() == null ? "" : ", " + line.offering();
        return line.description() + of + priceUnit(line);
    }

    private static String priceUnit(QuotedLine line) {
        if (line.category() != LineCategory.USAGE || line.per() == null) {
            return "";
        }
        String per = line.per().compareTo(BigDecimal.ONE) == 0 ? "" : Decimals.plain(line.per()) + " ";
        return ", price per " + per + line.unit();
    }

    /** A stable name of what is sold: the offering and what of it is charged. */
    static String part(QuotedLine line) {
        return line.offering() == null ? line.code() : line.offering() + ":" + line.code();
    }

    /** The line in the whole: {@code sha256:…/2.5} of the estimate, or of the quotation for an adjustment. */
    static String place(Quotation quotation, QuotedLine line) {
        String id = line.group() == 0
                ? quotation.id()
                : quotation.groups().get(line.group() - 1).estimateId();
        return id + "/" + line.id();
    }

    /** The start of a text with at most so many characters, cut between characters. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}

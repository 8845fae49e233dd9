package io.epochwise.export;

import io.epochwise.money.Bound;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/**
 * How a workbook counts and shows amounts. Spreadsheets count with doubles, which hold about 15 digits.
 *
 * @param minorDigits decimals of the currency
 * @param decimals that sums can be told to, at least {@code minorDigits}
 */
record XlsxAmounts(int minorDigits, int decimals) {
    private static final int SAFE_DIGITS = 13;
    private static final int MOST_DECIMALS = 10;
    private static final int LEAST_SHOWN = 2;

    static XlsxAmounts of(Quotation quotation) {
        int minorDigits =
                MinorUnits.of(quotation.currency()).map(MinorUnits::digits).orElseThrow();
        BigDecimal gross = quotation
                .lines()
                .map(QuotedLine::amount)
                .flatMap(amount -> amount == null ? Stream.of() : Stream.of(amount))
                .map(Bound.HIGH::of)
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        int wholeDigits = gross.precision() - gross.scale();
        return new XlsxAmounts(
                minorDigits, Math.max(minorDigits, Math.min(MOST_DECIMALS, SAFE_DIGITS - Math.max(0, wholeDigits))));
    }

    /** Whole minor units. */
    XlsxLook money() {
        return number("#,##0" + (minorDigits == 0 ? "" : "." + "0".repeat(minorDigits)));
    }

    /** All decimals that can be told. */
    XlsxLook exact() {
        return decimals("#".repeat(Math.max(0, Math.min(8, decimals) - LEAST_SHOWN)));
    }

    XlsxLook price() {
        return decimals("#".repeat(12));
    }

    private static XlsxLook decimals(String further) {
        return number("#,##0.00" + further);
    }

    /** On the right also where it is not known. */
    private static XlsxLook number(String format) {
        return XlsxLook.PLAIN.with(format + XlsxLook.SPACE).toTheRight();
    }

    /** A difference of sums without what binary fractions make of it. */
    String difference(String difference) {
        return "ROUND(" + difference + ',' + decimals + ')';
    }

    /**
     * An amount in minor units with the digits that a double of it can be trusted with, so that halves are seen.
     *
     * @param amount a cell
     */
    String inMinorUnits(String amount) {
        String units = amount + "*1" + "0".repeat(minorDigits);
        return "ROUND(" + units + ",MAX(0," + SAFE_DIGITS + "-INT(LOG10(ABS(" + units + ")+1))))";
    }

    /** What that formula gives for an amount; null for null. */
    BigDecimal inMinorUnits(BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        BigDecimal units = amount.movePointRight(minorDigits);
        BigDecimal size = units.abs().add(BigDecimal.ONE);
        int decimals = SAFE_DIGITS - (size.precision() - size.scale() - 1);
        return units.setScale(Math.max(0, decimals), RoundingMode.HALF_UP);
    }

    /** A sum of amounts in minor units without what binary fractions add. */
    String rounded(String sum) {
        return "ROUND(" + sum + ',' + minorDigits + ')';
    }

    /**
     * A whole number of minor units as an amount, half to even, where ROUND alone goes away from zero.
     *
     * @param units a cell with {@link #inMinorUnits}
     */
    String halfEven(String units) {
        return "IF(ABS(" + units + "-TRUNC(" + units + "))=0.5,2*ROUND(" + units + "/2,0),ROUND(" + units + ",0))/1"
                + "0".repeat(minorDigits);
    }

    /** A formula that holds where a cell is a number. */
    static String ifKnown(String cell, String formula) {
        return "IF(ISNUMBER(" + cell + ")," + formula + ",\"" + XlsxSheet.NOT_KNOWN + "\")";
    }

    /** A formula that holds where no cell of a range is unknown. */
    static String ifAllKnown(String range, String formula) {
        return "IF(COUNTIF(" + range + ",\"" + XlsxSheet.NOT_KNOWN + "\")=0," + formula + ",\"" + XlsxSheet.NOT_KNOWN
                + "\")";
    }

    static BigDecimal low(Range range) {
        return range == null ? null : range.low();
    }

    static BigDecimal expected(Range range) {
        return range == null ? null : range.expected();
    }

    static BigDecimal high(Range range) {
        return range == null ? null : range.high();
    }
}

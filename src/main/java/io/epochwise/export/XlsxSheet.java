package io.epochwise.export;

import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.ConditionalFormattingExpressionRule;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.XmlEscapeHelper;

/**
 * A sheet of a workbook. Rows are counted from 1, as its readers and formulas do; columns are letters. Texts are never formulas, and
 * what is null leaves its cell empty.
 */
final class XlsxSheet {
    /** What a formula gives where an amount is not known. */
    static final String NOT_KNOWN = "not known";

    /** The most that a cell holds, in UTF-16 units. */
    static final int MAX_TEXT = 32_767;

    static final String CUT = " [cut]";

    private static final int DIGITS_OF_DOUBLE = 17;
    private static final int LETTERS = 26;
    private static final int FIRST_OF_TABLE = 2;
    private static final double LINE_HEIGHT = 15;

    /** Before it, spreadsheets count a day that never was, or nothing. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final int LAST_YEAR = 9999;

    private final Worksheet sheet;
    private final Map<String, XlsxResult> results = new HashMap<>();
    private final Map<String, Integer> widths = new HashMap<>();
    private final Map<String, Integer> merged = new HashMap<>();
    private final Map<Integer, Double> heights = new HashMap<>();

    XlsxSheet(Workbook workbook, String name) {
        sheet = workbook.newWorksheet(name);
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(0.4f);
        sheet.rightMargin(0.4f);
        sheet.footer(Quotation.FORECAST, Position.LEFT, 9);
        sheet.footer("sheetname", Position.CENTER, 9);
        sheet.footer("page 1 of ?", Position.RIGHT, 9);
    }

    /** The letters of a column counted from 0. */
    static String column(int index) {
        String last = String.valueOf((char) ('A' + index % LETTERS));
        return index < LETTERS ? last : column(index / LETTERS - 1) + last;
    }

    /** Whether spreadsheets know it as a date. */
    static boolean isDate(LocalDate date) {
        return !date.isBefore(FIRST_DAY) && date.getYear() <= LAST_YEAR;
    }

    private static int index(String column) {
        int index = 0;
        for (char letter : column.toCharArray()) {
            index = index * LETTERS + letter - 'A' + 1;
        }
        return index - 1;
    }

    /** What the formulas give, by cell, as it is now: readers that do not calculate show it. */
    Map<String, XlsxResult> results() {
        return results;
    }

    void width(String column, int characters) {
        widths.put(column, characters);
        sheet.width(index(column), characters);
    }

    /** The first rows stay in sight and on each printed page. */
    void header(int rows, int columns) {
        sheet.freezePane(columns, rows);
        sheet.repeatRows(0, rows - 1);
    }

    /** Columns from the first on, with their headers and widths. */
    void columns(String[] headers, int... widths) {
        for (int i = 0; i < headers.length; i++) {
            width(column(i), widths[i]);
            text(column(i), 1, headers[i], XlsxLook.HEADER);
        }
        header(1, 0);
    }

    /** Ends a table of which only the header does not fill rows. */
    void end(int nextRow, String lastColumn) {
        if (nextRow == FIRST_OF_TABLE) {
            text("A", nextRow, "none", XlsxLook.PLAIN);
        }
        filter(1, Math.max(FIRST_OF_TABLE, nextRow - 1), lastColumn);
        heights();
    }

    void filter(int firstRow, int lastRow, String lastColumn) {
        sheet.setAutoFilter(firstRow - 1, 0, lastRow - 1, index(lastColumn));
    }

    /** What is printed; by itself everything is. */
    void printed(int lastRow, String lastColumn) {
        sheet.addNamedRange(sheet.range(0, 0, lastRow - 1, index(lastColumn)), "_xlnm.Print_Area");
    }

    /** Makes one cell of some in a row. */
    void merged(String firstColumn, String lastColumn, int row) {
        sheet.range(row - 1, index(firstColumn), row - 1, index(lastColumn)).merge();
        merged.put(
                firstColumn + row,
                IntStream.rangeClosed(index(firstColumn), index(lastColumn))
                        .map(column -> widths.get(column(column)))
                        .sum());
    }

    /** Makes all rows so high that their texts fit: not all programs do that by themselves. */
    void heights() {
        heights.forEach((row, height) -> {
            if (height > LINE_HEIGHT) {
                sheet.rowHeight(row - 1, Math.min(Worksheet.MAX_ROW_HEIGHT, height));
            }
        });
    }

    private void height(String column, int row, String text, XlsxLook look) {
        int width = merged.getOrDefault(column + row, widths.getOrDefault(column, Integer.MAX_VALUE));
        long lines = look.wrapped()
                ? text.lines()
                        .mapToLong(line -> 1 + Math.max(0, line.length() - 1) / width)
                        .sum()
                : 1;
        heights.merge(row, lines * LINE_HEIGHT * look.size() / XlsxLook.PLAIN.size(), Math::max);
    }

    void paper(PaperSize size) {
        sheet.paperSize(size);
    }

    /** Marks the rows for which a formula of the first is true. */
    void mark(int firstRow, int lastRow, String lastColumn, String formula, String fill) {
        sheet.range(firstRow - 1, 0, lastRow - 1, index(lastColumn))
                .style()
                .fillColor(fill)
                .set(new ConditionalFormattingExpressionRule(XmlEscapeHelper.escape(formula), false));
    }

    void text(String column, int row, String text, XlsxLook look) {
        if (text != null) {
            sheet.value(row - 1, index(column), written(text));
            height(column, row, text, look);
        }
        look(column, row, look);
    }

    void number(String column, int row, BigDecimal value, XlsxLook look) {
        if (value != null) {
            sheet.value(row - 1, index(column), representable(value));
        }
        look(column, row, look);
    }

    /** An amount, which is said if it is not known. */
    void amount(String column, int row, BigDecimal amount, XlsxLook look) {
        if (amount == null) {
            text(column, row, NOT_KNOWN, look.toTheRight());
        } else {
            number(column, row, amount, look);
        }
    }

    /** A date of the calendar; as text if it is one that spreadsheets do not know. */
    void date(String column, int row, LocalDate date, XlsxLook look) {
        if (date != null && !isDate(date)) {
            text(column, row, date.toString(), look);
            return;
        }
        if (date != null) {
            sheet.value(row - 1, index(column), date);
        }
        look(column, row, look.with(XlsxLook.DATE.format()));
    }

    /**
     * A formula that gives an amount.
     *
     * @param amount what it gives now; null if that is not known
     */
    void formula(String column, int row, String formula, BigDecimal amount, XlsxLook look) {
        formula(
                column,
                row,
                formula,
                amount == null
                        ? new XlsxResult(NOT_KNOWN, true)
                        : new XlsxResult(Decimals.plain(representable(amount)), false),
                look);
    }

    void formula(String column, int row, String formula, XlsxResult result, XlsxLook look) {
        sheet.formula(row - 1, index(column), XmlEscapeHelper.escape(formula));
        results.put(column + row, result);
        look(column, row, look);
    }

    private void look(String column, int row, XlsxLook look) {
        look.apply(sheet.style(row - 1, index(column)));
    }

    /** Spreadsheets count with doubles, and no two of them need more digits than this to be told apart. */
    private static BigDecimal representable(BigDecimal value) {
        return value.round(new MathContext(DIGITS_OF_DOUBLE));
    }

    /**
     * A text as the file holds it. Readers take {@code _x000D_} for the character of that number, so the underscore is written as one
     * itself.
     */
    private static String written(String text) {
        String escaped = text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
        if (escaped.length() <= MAX_TEXT) {
            return escaped;
        }
        return LineTexts.cut(escaped, MAX_TEXT - CUT.length()) + CUT;
    }
}

package io.epochwise.export;

import io.epochwise.money.Bound;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;

import static io.epochwise.export.XlsxAmounts.expected;
import static io.epochwise.export.XlsxAmounts.high;
import static io.epochwise.export.XlsxAmounts.ifAllKnown;
import static io.epochwise.export.XlsxAmounts.ifKnown;
import static io.epochwise.export.XlsxAmounts.low;

/**
 * The lines of a quotation: first what is used, then what was agreed, then what rounding leaves, then the sum.
 *
 * <p>An amount that is the quoted one, as exactly as a double can tell, has the quoted rounded amount, which was rounded from the
 * exact decimal; any other is rounded from what the spreadsheet has. So what is shown is what was quoted, whatever binary fractions
 * do, until something is changed.
 */
final class XlsxLines {
    static final String NAME = "Lines";
    static final String ROUNDING = "What lines miss to the rounded sum";

    /** Far more than two multiplications can be wrong by, and far less than a planner changes. */
    private static final String ACCURACY = "1E-14";

    private static final String CHANGED = "changed";
    private static final String FILL_CHANGED = "FFFFF2CC";
    private static final String FILL_UNKNOWN = "FFF8CBAD";
    private static final XlsxLook TOTAL = XlsxLook.WRAPPED.asTotal();
    private static final int FIRST = 2;

    /** The columns in their order. */
    enum Column {
        LINE("Line", 7),
        GROUP("Group", 7),
        PART("Part", 11),
        PROVIDER("Provider", 11),
        OFFERING("Offering", 24),
        CODE("Code", 26),
        DESCRIPTION("Description", 38),
        FROM("From", 11),
        TO("To (day after)", 11),
        QUANTITY("Quantity", 18),
        UNIT("Unit", 11),
        PER("Per", 11),
        LIST_PRICE("List unit price", 13),
        PRICE("Unit price", 13),
        LIST_AMOUNT("List amount", 17),
        AMOUNT("Amount", 17),
        LOW("Low", 17),
        HIGH("High", 17),
        ROUNDED("Rounded", 17),
        CATEGORY("Category", 13),
        FORMULA("How it was computed, in the currency of the prices", 90),
        SOURCE("Source of the price", 100),
        PRICE_AS_OF("Price as of", 11),
        GRADE("Grade", 13),
        QUOTED_AMOUNT("Quoted amount", 17),
        QUOTED_LOW("Quoted low", 17),
        QUOTED_HIGH("Quoted high", 17),
        QUOTED_ROUNDED("Quoted rounded", 17),
        MINOR_UNITS("Amount in minor units", 17),
        CHANGED("Changed", 10);

        private final String header;
        private final int width;

        Column(String header, int width) {
            this.header = header;
            this.width = width;
        }

        String letters() {
            return XlsxSheet.column(ordinal());
        }

        /** That of an amount in a case. */
        static Column of(Bound bound) {
            return switch (bound) {
                case LOW -> LOW;
                case EXPECTED -> AMOUNT;
                case HIGH -> HIGH;
            };
        }

        /** The cell of a row, its column fixed. */
        String at(int row) {
            return "$" + letters() + row;
        }

        private boolean isAmount() {
            return ordinal() >= LIST_PRICE.ordinal() && ordinal() <= ROUNDED.ordinal()
                    || ordinal() >= QUOTED_AMOUNT.ordinal() && ordinal() <= QUOTED_ROUNDED.ordinal();
        }
    }

    private final Quotation quotation;
    private final XlsxAmounts amounts;
    private final int lastUsage;
    private final int rounding;
    private final int total;
    private XlsxSheet sheet;

    XlsxLines(Quotation quotation, XlsxAmounts amounts) {
        this.quotation = quotation;
        this.amounts = amounts;
        int usage = quotation.groups().stream()
                .mapToInt(group -> group.lines().size())
                .sum();
        // A row is kept free where nothing is used: ranges of formulas need one.
        lastUsage = FIRST + Math.max(1, usage) - 1;
        rounding = lastUsage + (int) agreed().count() + 1;
        total = rounding + 1;
    }

    /** A cell, seen from any sheet. */
    static String cell(Column column, int row) {
        return NAME + "!$" + column.letters() + '$' + row;
    }

    /** All that is used, seen from any sheet. */
    String usage(Column column) {
        return cell(column, FIRST) + ":$" + column.letters() + '$' + lastUsage;
    }

    /** Those of agreements, in the order of the quotation. */
    Stream<QuotedLine> agreed() {
        return quotation.adjustments().stream().filter(line -> line.category() != LineCategory.ROUNDING);
    }

    int firstAgreed() {
        return lastUsage + 1;
    }

    int rounding() {
        return rounding;
    }

    String roundingId() {
        return "0." + (agreed().count() + 1);
    }

    int total() {
        return total;
    }

    XlsxSheet write(Workbook workbook) {
        sheet = new XlsxSheet(workbook, NAME);
        for (Column column : Column.values()) {
            String currency = column.isAmount() ? " (" + quotation.currency() + ")" : "";
            sheet.width(column.letters(), column.width);
            sheet.text(column.letters(), 1, column.header + currency, XlsxLook.HEADER);
        }
        int row = FIRST;
        for (QuotedGroup group : quotation.groups()) {
            for (QuotedLine line : group.lines()) {
                used(row, group, line);
                row++;
            }
        }
        row = firstAgreed();
        int covering = 0;
        for (QuotedLine line : agreed().toList()) {
            agreed(row, line, XlsxAgreement.row(covering));
            // What a commitment must still be paid for stands before what it covers.
            covering += line.category() == LineCategory.COMMITMENT ? 0 : 1;
            row++;
        }
        roundingRow();
        totalRow();
        sheet.header(1, 1);
        sheet.filter(1, lastUsage, Column.CHANGED.letters());
        sheet.mark(
                FIRST,
                rounding,
                Column.CHANGED.letters(),
                Column.AMOUNT.at(FIRST) + "=\"" + XlsxSheet.NOT_KNOWN + '"',
                FILL_UNKNOWN);
        sheet.mark(
                FIRST,
                rounding,
                Column.CHANGED.letters(),
                Column.CHANGED.at(FIRST) + "=\"" + CHANGED + '"',
                FILL_CHANGED);
        sheet.paper(PaperSize.A3_PAPER);
        sheet.printed(total, Column.CATEGORY.letters());
        sheet.heights();
        return sheet;
    }

    private void used(int row, QuotedGroup group, QuotedLine line) {
        XlsxLook quantity =
                line.quantity() == null || line.quantity().stripTrailingZeros().scale() <= 0
                        ? XlsxLook.COUNT
                        : XlsxLook.PLAIN.with("#,##0.00####" + XlsxLook.SPACE);
        described(row, line);
        number(Column.GROUP, row, BigDecimal.valueOf(group.number()), XlsxLook.COUNT);
        number(Column.QUANTITY, row, line.quantity(), quantity.asInput());
        number(Column.PER, row, line.per(), XlsxLook.COUNT.asInput());
        number(Column.LIST_PRICE, row, line.listUnitPrice(), amounts.price());
        number(Column.PRICE, row, line.unitPrice(), amounts.price().asInput());
        formula(Column.LIST_AMOUNT, row, product(row, Column.LIST_PRICE), line.listCost(), amounts.exact());
        formula(Column.AMOUNT, row, product(row, Column.PRICE), expected(line.amount()), amounts.exact());
        bound(Column.LOW, Column.QUOTED_LOW, "MIN", row, low(line.amount()));
        bound(Column.HIGH, Column.QUOTED_HIGH, "MAX", row, high(line.amount()));
        String amount = Column.AMOUNT.at(row);
        String quoted = Column.QUOTED_AMOUNT.at(row);
        rounded(
                row,
                line,
                "IF(ISNUMBER(" + amount + "),IF(ISNUMBER(" + quoted + "),IF(ABS(" + amount + "-" + quoted + ")<=ABS("
                        + quoted + ")*" + ACCURACY + ",\"\",\"" + CHANGED + "\"),\"" + CHANGED + "\"),\"\")");
    }

    private String product(int row, Column price) {
        String quantity = Column.QUANTITY.at(row);
        String per = Column.PER.at(row);
        return "IF(COUNT(" + quantity + ',' + per + ',' + price.at(row) + ")=3," + quantity + '*' + price.at(row) + '/'
                + per + ",\"" + XlsxSheet.NOT_KNOWN + "\")";
    }

    /** A bound of a changed amount is as far from it as that of the quoted one, in proportion. */
    private void bound(Column column, Column quotedBound, String outer, int row, BigDecimal result) {
        String amount = Column.AMOUNT.at(row);
        String quoted = Column.QUOTED_AMOUNT.at(row);
        formula(
                column,
                row,
                ifKnown(
                        amount,
                        "IF(" + Column.CHANGED.at(row) + "=\"\"," + quotedBound.at(row) + ",IF(N(" + quoted + ")=0,"
                                + amount + "+N(" + quotedBound.at(row) + ")," + outer + "(" + amount + '*'
                                + Column.QUOTED_LOW.at(row) + '/' + quoted + ',' + amount + '*'
                                + Column.QUOTED_HIGH.at(row) + '/' + quoted + ")))"),
                result,
                amounts.exact());
    }

    private void agreed(int row, QuotedLine line, int covering) {
        described(row, line);
        boolean covered = line.category() != LineCategory.COMMITMENT;
        XlsxAgreement.Column expected = covered ? XlsxAgreement.Column.COVERED_EXPECTED : XlsxAgreement.Column.AMOUNT;
        XlsxAgreement.Column low = covered ? XlsxAgreement.Column.COVERED_HIGH : XlsxAgreement.Column.AMOUNT;
        XlsxAgreement.Column high = covered ? XlsxAgreement.Column.COVERED_LOW : XlsxAgreement.Column.AMOUNT;
        String sign = covered ? "-" : "";
        number(Column.QUANTITY, row, line.quantity(), XlsxLook.COUNT);
        number(Column.PER, row, line.per(), XlsxLook.COUNT);
        formula(Column.PRICE, row, sign + XlsxAgreement.cell(expected, covering), line.unitPrice(), amounts.price());
        formula(Column.AMOUNT, row, product(row, Column.PRICE), expected(line.amount()), amounts.exact());
        formula(Column.LOW, row, sign + XlsxAgreement.cell(low, covering), low(line.amount()), amounts.exact());
        formula(Column.HIGH, row, sign + XlsxAgreement.cell(high, covering), high(line.amount()), amounts.exact());
        rounded(row, line, "IF(" + unchanged() + ",\"\",\"" + CHANGED + "\")");
    }

    /** What is covered depends on all that is used, and on all that was agreed. */
    private String unchanged() {
        String usage = Column.CHANGED.at(total) + "=0";
        return agreed().findAny().isPresent()
                ? "AND(" + usage + ',' + XlsxAgreement.cell(XlsxAgreement.Column.QUOTED, XlsxAgreement.CHARGED) + "=0)"
                : usage;
    }

    private void rounded(int row, QuotedLine line, String changed) {
        String amount = Column.AMOUNT.at(row);
        formula(
                Column.ROUNDED,
                row,
                ifKnown(
                        amount,
                        "IF(" + Column.CHANGED.at(row) + "=\"\"," + Column.QUOTED_ROUNDED.at(row) + ','
                                + amounts.halfEven(Column.MINOR_UNITS.at(row)) + ')'),
                line.rounded(),
                amounts.money());
        number(Column.QUOTED_AMOUNT, row, expected(line.amount()), amounts.exact());
        number(Column.QUOTED_LOW, row, low(line.amount()), amounts.exact());
        number(Column.QUOTED_HIGH, row, high(line.amount()), amounts.exact());
        number(Column.QUOTED_ROUNDED, row, line.rounded(), amounts.money());
        formula(
                Column.MINOR_UNITS,
                row,
                ifKnown(amount, amounts.inMinorUnits(amount)),
                amounts.inMinorUnits(expected(line.amount())),
                XlsxLook.PLAIN);
        sheet.formula(Column.CHANGED.letters(), row, changed, new XlsxResult("", true), XlsxLook.PLAIN);
    }

    private void described(int row, QuotedLine line) {
        text(Column.LINE, row, line.id());
        text(Column.PART, row, line.part());
        text(Column.PROVIDER, row, line.provider());
        text(Column.OFFERING, row, line.offering());
        text(Column.CODE, row, line.code());
        text(Column.DESCRIPTION, row, line.description());
        sheet.date(Column.FROM.letters(), row, line.from(), XlsxLook.PLAIN);
        sheet.date(Column.TO.letters(), row, line.to(), XlsxLook.PLAIN);
        text(Column.UNIT, row, line.unit());
        text(Column.CATEGORY, row, line.category());
        text(Column.FORMULA, row, line.formula());
        text(Column.SOURCE, row, line.source());
        sheet.date(Column.PRICE_AS_OF.letters(), row, line.priceAsOf(), XlsxLook.PLAIN);
        text(Column.GRADE, row, line.grade());
    }

    private void roundingRow() {
        BigDecimal payable = quotation.totals().payable();
        BigDecimal exactly = payable == null
                ? null
                : payable.subtract(quotation.totals().total().expected());
        text(Column.LINE, rounding, roundingId());
        text(Column.CODE, rounding, "rounding");
        text(Column.DESCRIPTION, rounding, ROUNDING);
        text(Column.CATEGORY, rounding, LineCategory.ROUNDING);
        String rounded = Column.ROUNDED.at(total);
        formula(
                Column.AMOUNT,
                rounding,
                ifKnown(
                        rounded,
                        "IF(" + unchanged() + ',' + Column.QUOTED_AMOUNT.at(rounding) + ',' + rounded + '-'
                                + Column.AMOUNT.at(total) + ')'),
                exactly,
                amounts.exact());
        formula(
                Column.ROUNDED,
                rounding,
                ifKnown(rounded, amounts.rounded(rounded + "-SUM(" + lines(Column.ROUNDED) + ')')),
                quotation.totals().rounding(),
                amounts.money());
        number(Column.QUOTED_AMOUNT, rounding, exactly, amounts.exact());
        number(Column.QUOTED_ROUNDED, rounding, quotation.totals().rounding(), amounts.money());
    }

    private void totalRow() {
        for (Column column : Column.values()) {
            sheet.text(column.letters(), total, column == Column.DESCRIPTION ? "To be paid" : null, TOTAL);
        }
        BigDecimal exact = expected(quotation.totals().total());
        BigDecimal payable = quotation.totals().payable();
        if (XlsxAgreed.unknown(quotation)) {
            text(Column.AMOUNT, total, XlsxSheet.NOT_KNOWN);
            text(Column.ROUNDED, total, XlsxSheet.NOT_KNOWN);
            return;
        }
        String amount = Column.AMOUNT.at(total);
        formula(
                Column.AMOUNT,
                total,
                ifAllKnown(lines(Column.AMOUNT), "SUM(" + lines(Column.AMOUNT) + ')'),
                exact,
                amounts.exact().asTotal());
        formula(
                Column.ROUNDED,
                total,
                ifKnown(
                        amount,
                        "IF(" + unchanged() + ',' + Column.QUOTED_ROUNDED.at(total) + ','
                                + amounts.halfEven(Column.MINOR_UNITS.at(total)) + ')'),
                payable,
                amounts.money().asTotal());
        number(Column.QUOTED_AMOUNT, total, exact, amounts.exact().asTotal());
        number(Column.QUOTED_ROUNDED, total, payable, amounts.money().asTotal());
        formula(
                Column.MINOR_UNITS,
                total,
                ifKnown(amount, amounts.inMinorUnits(amount)),
                amounts.inMinorUnits(exact),
                XlsxLook.PLAIN.asTotal());
        formula(
                Column.CHANGED,
                total,
                "COUNTIF(" + usage(Column.CHANGED) + ",\"" + CHANGED + "\")",
                BigDecimal.ZERO,
                XlsxLook.COUNT.asTotal());
    }

    /** All lines but that of rounding. */
    private String lines(Column column) {
        return "$" + column.letters() + FIRST + ":$" + column.letters() + (rounding - 1);
    }

    private void text(Column column, int row, Object value) {
        sheet.text(column.letters(), row, Objects.toString(value, null), row == total ? TOTAL : XlsxLook.WRAPPED);
    }

    private void number(Column column, int row, BigDecimal value, XlsxLook look) {
        sheet.number(column.letters(), row, value, look);
    }

    private void formula(Column column, int row, String formula, BigDecimal result, XlsxLook look) {
        sheet.formula(column.letters(), row, formula, result, look);
    }
}

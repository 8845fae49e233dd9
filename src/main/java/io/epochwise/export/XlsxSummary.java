package io.epochwise.export;

import io.epochwise.money.Bound;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;

import static io.epochwise.export.XlsxAmounts.ifAllKnown;
import static io.epochwise.export.XlsxAmounts.ifKnown;

/** What a quotation says on its first page: whose it is, what is to be paid, and what that is made of. */
final class XlsxSummary {
    static final String NAME = "Summary";

    private static final String LABEL = "A";
    private static final String TEXT = "B";
    private static final String ROUNDED = "F";
    private static final String QUOTED = "G";
    private static final String DIFFERENCE = "H";

    /** The digits that spreadsheets show. */
    private static final int SHOWN_DIGITS = 15;

    private static final List<String> HOW_TO_READ = List.of(
            "Blue numbers on Lines (quantity, per, unit price) and on Agreement (agreed amount) can be changed; all sums follow.",
            "Changed lines are yellow there, lines whose amount is not known are red; what changes make is shown here as difference.",
            "An amount is quantity x unit price / per. Rounded amounts are whole minor units, half to even.",
            "The line of rounding takes what the rounded lines miss to the rounded sum, so that lines and sum agree.",
            "Spreadsheets count with about 15 digits: an amount that is the quoted one to 14 digits is taken as the quoted one,"
                    + " rounded from the exact decimal.",
            "Low and high of a changed line keep their quoted proportion to the amount.",
            "Low and high of a group are of whole cases and may span less than those of its lines.",
            "Months, sources and findings are those of the quotation and do not follow changes.");

    private final Quotation quotation;
    private final XlsxAmounts amounts;
    private final XlsxLines lines;
    private final XlsxAgreement agreement;
    private XlsxSheet sheet;
    private int row = 1;
    private int contracted;

    XlsxSummary(Quotation quotation, XlsxAmounts amounts, XlsxLines lines, XlsxAgreement agreement) {
        this.quotation = quotation;
        this.amounts = amounts;
        this.lines = lines;
        this.agreement = agreement;
    }

    /** A cell of a case, seen from any sheet. */
    static String cell(Bound bound, int row) {
        return NAME + "!" + absolute(bound, row);
    }

    private static String absolute(Bound bound, int row) {
        return '$' + column(bound) + '$' + row;
    }

    private static String column(Bound bound) {
        return XlsxSheet.column(2 + bound.ordinal());
    }

    /** The row with what is charged at contracted prices. */
    int contracted() {
        return contracted;
    }

    XlsxSheet write(Workbook workbook) {
        sheet = new XlsxSheet(workbook, NAME);
        sheet.width(LABEL, 30);
        sheet.width(TEXT, 58);
        for (int i = 2; i < 8; i++) {
            sheet.width(XlsxSheet.column(i), 19);
        }
        DocumentDetails document = quotation.document();
        sheet.text(LABEL, row++, "Quotation " + document.number(), XlsxLook.TITLE);
        sheet.text(LABEL, row++, quotation.notice(), XlsxLook.NOTICE);
        sheet.header(2, 0);
        row++;
        payable();
        said(document);
        section("Groups", "Group", "Title");
        int firstGroup = row;
        quotation.groups().forEach(this::group);
        int lastGroup = row - 1;
        section(agreement.isEmpty() ? "Rounding" : "Agreement and rounding", "Line", "Description");
        adjustments();
        section("Totals", "Total", "What it is");
        totals(firstGroup, lastGroup);
        heading("How to read and change this workbook");
        HOW_TO_READ.forEach(this::note);
        if (document.exchangeRate() != null) {
            note("Unit prices are converted already at the rate above; another rate needs another quotation.");
        }
        if (XlsxAgreed.unknown(quotation)) {
            note(
                    "What commitments and credits cover is not known until every line has a price: ask for the quotation again then.");
        }
        ids();
        sheet.heights();
        return sheet;
    }

    private void payable() {
        String label = "To be paid (" + quotation.currency() + ")";
        sheet.text(LABEL, row, label, XlsxLook.BOLD.asLarge());
        sheet.formula(
                TEXT,
                row++,
                XlsxLines.cell(XlsxLines.Column.ROUNDED, lines.total()),
                quotation.totals().payable(),
                amounts.money().asLarge().toTheLeft());
        BigDecimal payable = quotation.totals().payable();
        if (payable != null && payable.precision() > SHOWN_DIGITS) {
            id("With all digits", payable.toPlainString());
        }
        row++;
    }

    private void said(DocumentDetails document) {
        said("Number", document.number());
        said("Issue date", document.issueDate());
        said("Valid until", document.validUntil());
        said("Facts as of", quotation.asOf());
        said("Buyer", document.buyer());
        said("Supplier", document.supplier());
        said("Cost center", document.costCenter());
        said("UNSPSC", document.unspsc());
        said("Currency", quotation.currency());
        ExchangeRate exchange = document.exchangeRate();
        if (exchange != null) {
            sheet.text(
                    LABEL,
                    row,
                    "Exchange rate (" + quotation.currency() + " for 1 " + quotation.listCurrency() + ")",
                    XlsxLook.BOLD);
            sheet.number(TEXT, row++, exchange.rate(), amounts.price().toTheLeft());
            said("Exchange rate as of", exchange.asOf());
            said("Exchange rate from", exchange.source());
        }
        if (document.notes() != null) {
            sheet.text(LABEL, row, "Notes", XlsxLook.BOLD);
            sheet.merged(TEXT, DIFFERENCE, row);
            sheet.text(TEXT, row++, document.notes(), XlsxLook.WRAPPED);
        }
    }

    private void said(String label, Party party) {
        if (party != null) {
            said(label, party.id() == null ? party.name() : party.name() + " (" + party.id() + ")");
        }
    }

    private void said(String label, LocalDate date) {
        if (date != null) {
            sheet.text(LABEL, row, label, XlsxLook.BOLD);
            sheet.date(TEXT, row++, date, XlsxLook.PLAIN.toTheLeft());
        }
    }

    private void said(String label, String text) {
        if (text != null) {
            sheet.text(LABEL, row, label, XlsxLook.BOLD);
            sheet.text(TEXT, row++, text, XlsxLook.WRAPPED);
        }
    }

    private void heading(String heading) {
        row++;
        sheet.text(LABEL, row++, heading, XlsxLook.SECTION);
    }

    private void note(String text) {
        sheet.text(LABEL, row++, text, XlsxLook.PLAIN);
    }

    private void section(String heading, String label, String text) {
        heading(heading);
        sheet.text(LABEL, row, label, XlsxLook.HEADER);
        sheet.text(TEXT, row, text, XlsxLook.HEADER);
        for (Bound bound : Bound.values()) {
            String name = bound.toString().substring(0, 1).toUpperCase(Locale.ROOT)
                    + bound.toString().substring(1);
            header(column(bound), name);
        }
        header(ROUNDED, "Rounded");
        header(QUOTED, "As quoted");
        header(DIFFERENCE, "Difference");
        row++;
    }

    private void header(String column, String header) {
        sheet.text(column, row, header + " (" + quotation.currency() + ")", XlsxLook.HEADER);
    }

    private void group(QuotedGroup group) {
        sheet.number(LABEL, row, BigDecimal.valueOf(group.number()), XlsxLook.COUNT.toTheLeft());
        sheet.text(TEXT, row, group.title(), XlsxLook.WRAPPED);
        for (Bound bound : Bound.values()) {
            XlsxLines.Column column = XlsxLines.Column.of(bound);
            String whole = wholeCases(group, bound);
            bound(bound, ofGroup(sum(column) + whole), group.total(), amounts.exact());
        }
        sheet.formula(
                ROUNDED,
                row,
                ofGroup(amounts.rounded(sum(XlsxLines.Column.ROUNDED))),
                group.rounded(),
                amounts.money());
        quoted(ROUNDED, group.rounded(), amounts.money());
        row++;
    }

    /** A formula that holds where all lines of the row's group are known. */
    private String ofGroup(String formula) {
        return "IF(COUNTIFS(" + lines.usage(XlsxLines.Column.GROUP) + ",$" + LABEL + row + ','
                + lines.usage(XlsxLines.Column.AMOUNT) + ",\"" + XlsxSheet.NOT_KNOWN + "\")=0," + formula + ",\""
                + XlsxSheet.NOT_KNOWN + "\")";
    }

    private String sum(XlsxLines.Column column) {
        return "SUMIF(" + lines.usage(XlsxLines.Column.GROUP) + ",$" + LABEL + row + ',' + lines.usage(column) + ')';
    }

    /** What the bound of a group is beyond the sum of its lines, whose bounds need not be of the same case. */
    private static String wholeCases(QuotedGroup group, Bound bound) {
        if (group.total() == null) {
            return "";
        }
        BigDecimal beyond = group.lines().stream()
                .map(line -> bound.of(line.amount()))
                .reduce(bound.of(group.total()), BigDecimal::subtract);
        return beyond.signum() == 0 ? "" : (beyond.signum() > 0 ? "+" : "") + Decimals.plain(beyond);
    }

    private void adjustments() {
        List<QuotedLine> agreed = lines.agreed().toList();
        for (int i = 0; i < agreed.size(); i++) {
            QuotedLine line = agreed.get(i);
            adjustment(lines.firstAgreed() + i, line.id(), line.description(), line.amount(), line.rounded());
        }
        QuotedTotals totals = quotation.totals();
        adjustment(
                lines.rounding(),
                lines.roundingId(),
                XlsxLines.ROUNDING,
                totals.total() == null
                        ? null
                        : Range.exactly(totals.payable().subtract(totals.total().expected())),
                totals.rounding());
    }

    private void adjustment(int line, String id, String description, Range amount, BigDecimal rounded) {
        sheet.text(LABEL, row, id, XlsxLook.PLAIN);
        sheet.text(TEXT, row, description, XlsxLook.WRAPPED);
        for (Bound bound : Bound.values()) {
            // What rounding leaves is known of what is expected only.
            if (line != lines.rounding() || bound == Bound.EXPECTED) {
                bound(bound, XlsxLines.cell(XlsxLines.Column.of(bound), line), amount, amounts.exact());
            }
        }
        sheet.formula(ROUNDED, row, XlsxLines.cell(XlsxLines.Column.ROUNDED, line), rounded, amounts.money());
        quoted(ROUNDED, rounded, amounts.money());
        row++;
    }

    private void totals(int firstGroup, int lastGroup) {
        QuotedTotals totals = quotation.totals();
        String listed = lines.usage(XlsxLines.Column.LIST_AMOUNT);
        total("At list prices", "What all lines cost at list prices");
        bound(Bound.EXPECTED, ifAllKnown(listed, "SUM(" + listed + ')'), totals.list(), amounts.exact());
        end(Bound.EXPECTED, totals.list());

        contracted = row;
        total("Contracted", "What they cost at contracted prices");
        for (Bound bound : Bound.values()) {
            String groups = column(bound) + firstGroup + ':' + column(bound) + lastGroup;
            bound(bound, ifAllKnown(groups, "SUM(" + groups + ')'), totals.contracted(), amounts.exact());
        }
        end(Bound.EXPECTED, XlsxAmounts.expected(totals.contracted()));

        total("Effective", "With what is left unused of commitments, without credits");
        String expected = absolute(Bound.EXPECTED, contracted);
        bound(
                Bound.EXPECTED,
                afterAgreement(
                        expected,
                        expected + "+SUMIF(" + agreement.all(XlsxAgreement.Column.KIND) + ",\""
                                + XlsxAgreed.COMMITMENT + "\"," + agreement.all(XlsxAgreement.Column.AMOUNT) + ")-SUM("
                                + agreement.all(XlsxAgreement.Column.COVERED_EXPECTED) + ')'),
                totals.effective(),
                amounts.exact());
        end(Bound.EXPECTED, totals.effective());

        sheet.text(LABEL, row, "To be paid", XlsxLook.PLAIN.asTotal());
        sheet.text(TEXT, row, "Contracted, with open commitments, less what is covered", XlsxLook.PLAIN.asTotal());
        for (Bound bound : Bound.values()) {
            bound(
                    bound,
                    afterAgreement(
                            absolute(bound, contracted),
                            XlsxAgreement.cell(XlsxAgreement.Column.left(bound), agreement.last())),
                    totals.total(),
                    amounts.exact().asTotal());
        }
        sheet.formula(
                ROUNDED,
                row,
                XlsxLines.cell(XlsxLines.Column.ROUNDED, lines.total()),
                totals.payable(),
                amounts.money().asTotal());
        quoted(ROUNDED, totals.payable(), amounts.money().asTotal());
        row++;
    }

    /** What follows from what is contracted: by itself that, or the formula where something was agreed. */
    private String afterAgreement(String contracted, String formula) {
        if (XlsxAgreed.unknown(quotation)) {
            return '"' + XlsxSheet.NOT_KNOWN + '"';
        }
        return agreement.isEmpty() ? contracted : ifKnown(contracted, formula);
    }

    private void total(String label, String text) {
        sheet.text(LABEL, row, label, XlsxLook.BOLD);
        sheet.text(TEXT, row, text, XlsxLook.WRAPPED);
    }

    private void end(Bound bound, BigDecimal quoted) {
        quoted(column(bound), quoted, amounts.exact());
        row++;
    }

    private void bound(Bound bound, String formula, Range result, XlsxLook look) {
        bound(bound, formula, result == null ? null : bound.of(result), look);
    }

    private void bound(Bound bound, String formula, BigDecimal result, XlsxLook look) {
        sheet.formula(column(bound), row, formula, result, look);
    }

    /** What was quoted, and what a cell of the row differs from it by. */
    private void quoted(String column, BigDecimal quoted, XlsxLook look) {
        sheet.amount(QUOTED, row, quoted, look);
        sheet.formula(
                DIFFERENCE,
                row,
                "IF(COUNT(" + column + row + ',' + QUOTED + row + ")=2,"
                        + amounts.difference(column + row + '-' + QUOTED + row) + ",\"\")",
                quoted == null ? new XlsxResult("", true) : new XlsxResult("0", false),
                look);
    }

    private void ids() {
        heading("Where it is from");
        id("Quotation id", quotation.id());
        id("Catalog version", quotation.catalogVersion());
        quotation.groups().forEach(group -> id("Estimate id of group " + group.number(), group.estimateId()));
    }

    private void id(String label, String id) {
        sheet.text(LABEL, row, label, XlsxLook.BOLD);
        sheet.text(TEXT, row++, id, XlsxLook.PLAIN);
    }
}

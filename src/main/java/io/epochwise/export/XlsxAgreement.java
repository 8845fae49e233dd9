package io.epochwise.export;

import io.epochwise.money.Bound;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;

/**
 * What was agreed, and what it covers of what is charged at each provider: the rules of {@link Adjusting} as formulas. In each of the
 * three cases a row takes, provider by provider, what the rows before it leave, up to its amount.
 */
final class XlsxAgreement {
    static final String NAME = "Agreement";

    /** The row with what is charged before anything is covered. */
    static final int CHARGED = 3;

    /** The criterion that empty cells meet. */
    private static final String EMPTY = "\"=\"";

    private static final int BOUNDS = 1;
    private static final int HEADER = 2;

    /** The columns in their order; those of the providers follow. */
    enum Column {
        KIND("Kind", 13),
        PROVIDER("Provider", 13),
        DESCRIPTION("Agreement or note", 30),
        PAID("Paid already", 9),
        AMOUNT("Agreed amount", 17),
        QUOTED("Quoted amount", 17),
        COVERED_LOW("Covered, low", 17),
        COVERED_EXPECTED("Covered, expected", 17),
        COVERED_HIGH("Covered, high", 17),
        LEFT_LOW("To be paid, low", 17),
        LEFT_EXPECTED("To be paid, expected", 17),
        LEFT_HIGH("To be paid, high", 17);

        private final String header;
        private final int width;

        Column(String header, int width) {
            this.header = header;
            this.width = width;
        }

        String letters() {
            return XlsxSheet.column(ordinal());
        }

        String at(int row) {
            return "$" + letters() + row;
        }

        static Column covered(Bound bound) {
            return values()[COVERED_LOW.ordinal() + bound.ordinal()];
        }

        static Column left(Bound bound) {
            return values()[LEFT_LOW.ordinal() + bound.ordinal()];
        }
    }

    private final Quotation quotation;
    private final XlsxAmounts amounts;
    private final XlsxLines lines;
    private final List<XlsxAgreed> agreed;
    private final List<String> providers;
    private final Map<Bound, List<BigDecimal>> covered = new EnumMap<>(Bound.class);
    private XlsxSheet sheet;

    XlsxAgreement(Quotation quotation, XlsxAmounts amounts, XlsxLines lines) {
        this.quotation = quotation;
        this.amounts = amounts;
        this.lines = lines;
        agreed = XlsxAgreed.of(quotation);
        providers = quotation.usage().map(QuotedLine::provider).distinct().toList();
    }

    /** The row of what was agreed, counted from 0. */
    static int row(int agreed) {
        return CHARGED + 1 + agreed;
    }

    static String cell(Column column, int row) {
        return NAME + "!$" + column.letters() + '$' + row;
    }

    /** All that was agreed, seen from any sheet. */
    String all(Column column) {
        return cell(column, CHARGED + 1) + ":$" + column.letters() + '$' + last();
    }

    boolean isEmpty() {
        return agreed.isEmpty();
    }

    /** The row after which nothing more is covered. */
    int last() {
        return CHARGED + agreed.size();
    }

    /**
     * Writes the sheet.
     *
     * @param contracted the row of the summary with what is charged
     */
    XlsxSheet write(Workbook workbook, int contracted) {
        sheet = new XlsxSheet(workbook, NAME);
        for (Column column : Column.values()) {
            String currency = column.ordinal() < Column.AMOUNT.ordinal() ? "" : " (" + quotation.currency() + ")";
            header(column.letters(), column.width, null, column.header + currency);
        }
        sheet.text(Column.DESCRIPTION.letters(), CHARGED, "Charged at contracted prices", XlsxLook.BOLD);
        sheet.formula(
                Column.QUOTED.letters(),
                CHARGED,
                "SUMPRODUCT(--(" + all(Column.AMOUNT) + "<>" + all(Column.QUOTED) + "))",
                BigDecimal.ZERO,
                XlsxLook.PLAIN.with("#,##0 \"changed\""));
        for (int i = 0; i < agreed.size(); i++) {
            described(row(i), agreed.get(i));
        }
        for (Bound bound : Bound.values()) {
            amount(
                    Column.left(bound).letters(),
                    CHARGED,
                    XlsxSummary.cell(bound, contracted),
                    bound.of(quotation.totals().contracted()));
            covered.put(bound, covered(bound));
        }
        left();
        sheet.header(HEADER, 0);
        sheet.heights();
        return sheet;
    }

    /** Writes the columns of a case: what each provider charges, and what each row covers of it. */
    private List<BigDecimal> covered(Bound bound) {
        int first = Column.values().length + bound.ordinal() * providers.size();
        String last = XlsxSheet.column(first + providers.size() - 1);
        List<BigDecimal> open = new ArrayList<>();
        for (int p = 0; p < providers.size(); p++) {
            String provider = providers.get(p);
            String column = XlsxSheet.column(first + p);
            header(column, 17, bound.toString(), provider == null ? "no provider" : provider);
            BigDecimal charged = quotation
                    .usage()
                    .filter(line -> Objects.equals(line.provider(), provider))
                    .map(line -> bound.of(line.amount()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            amount(
                    column,
                    CHARGED,
                    "SUMIF(" + lines.usage(XlsxLines.Column.PROVIDER) + ','
                            + (provider == null ? EMPTY : column + '$' + HEADER) + ','
                            + lines.usage(XlsxLines.Column.of(bound)) + ')',
                    charged);
            open.add(charged);
        }
        List<BigDecimal> all = new ArrayList<>();
        for (int i = 0; i < agreed.size(); i++) {
            int row = row(i);
            BigDecimal taken = BigDecimal.ZERO;
            for (int p = 0; p < providers.size(); p++) {
                if (agreed.get(i).covers(providers.get(p))) {
                    BigDecimal here = agreed.get(i)
                            .amount()
                            .subtract(taken)
                            .min(open.get(p))
                            .max(BigDecimal.ZERO);
                    String column = XlsxSheet.column(first + p);
                    amount(column, row, covering(row, first, p), here);
                    open.set(p, open.get(p).subtract(here));
                    taken = taken.add(here);
                }
            }
            amount(
                    Column.covered(bound).letters(),
                    row,
                    "SUM(" + XlsxSheet.column(first) + row + ':' + last + row + ')',
                    taken);
            all.add(taken);
        }
        return all;
    }

    /** What is left of the row's amount, of what is left at the provider. */
    private static String covering(int row, int first, int provider) {
        String column = XlsxSheet.column(first + provider);
        String amount = Column.AMOUNT.at(row)
                + (provider == 0
                        ? ""
                        : "-SUM(" + XlsxSheet.column(first) + row + ':' + XlsxSheet.column(first + provider - 1) + row
                                + ')');
        String open = column
                + CHARGED
                + (row == CHARGED + 1 ? "" : "-SUM(" + column + (CHARGED + 1) + ':' + column + (row - 1) + ')');
        return "MAX(0,MIN(" + amount + ',' + open + "))";
    }

    /** What is to be paid after each row. A total of whole cases spans less than its lines, so what covers them may move it past. */
    private void left() {
        Range left = quotation.totals().contracted();
        for (int i = 0; i < agreed.size(); i++) {
            int row = row(i);
            BigDecimal paid = agreed.get(i).open() ? agreed.get(i).amount() : BigDecimal.ZERO;
            String plus = agreed.get(i).open() ? '+' + Column.AMOUNT.at(row) : "";
            BigDecimal expected =
                    left.expected().subtract(covered.get(Bound.EXPECTED).get(i));
            left = new Range(
                    left.low()
                            .subtract(covered.get(Bound.LOW).get(i))
                            .min(expected)
                            .add(paid),
                    expected.add(paid),
                    left.high()
                            .subtract(covered.get(Bound.HIGH).get(i))
                            .max(expected)
                            .add(paid));
            String without = without(Bound.EXPECTED, row);
            amount(
                    Column.LEFT_LOW.letters(),
                    row,
                    "MIN(" + without(Bound.LOW, row) + ',' + without + ')' + plus,
                    left.low());
            amount(Column.LEFT_EXPECTED.letters(), row, without + plus, left.expected());
            amount(
                    Column.LEFT_HIGH.letters(),
                    row,
                    "MAX(" + without(Bound.HIGH, row) + ',' + without + ')' + plus,
                    left.high());
        }
    }

    private static String without(Bound bound, int row) {
        return Column.left(bound).at(row - 1) + '-' + Column.covered(bound).at(row);
    }

    private void amount(String column, int row, String formula, BigDecimal result) {
        sheet.formula(column, row, formula, result, amounts.exact());
    }

    private void header(String column, int width, String above, String header) {
        sheet.width(column, width);
        sheet.text(column, BOUNDS, above, XlsxLook.HEADER);
        sheet.text(column, HEADER, header, XlsxLook.HEADER);
    }

    private void described(int row, XlsxAgreed item) {
        sheet.text(Column.KIND.letters(), row, item.kind(), XlsxLook.PLAIN);
        sheet.text(Column.PROVIDER.letters(), row, item.provider() == null ? "all" : item.provider(), XlsxLook.PLAIN);
        sheet.text(Column.DESCRIPTION.letters(), row, item.description(), XlsxLook.WRAPPED);
        sheet.text(Column.PAID.letters(), row, item.paid() == null ? null : item.paid() ? "yes" : "no", XlsxLook.PLAIN);
        sheet.number(
                Column.AMOUNT.letters(), row, item.amount(), amounts.exact().asInput());
        sheet.number(Column.QUOTED.letters(), row, item.amount(), amounts.exact());
    }
}

package io.epochwise.export;

import io.epochwise.decision.CostMonth;
import io.epochwise.money.Bound;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/** The months of each group, one by one and summed up. */
final class XlsxMonths {
    static final String NAME = "Months";

    private static final int COST = 5;
    private static final int CUMULATIVE = COST + Bound.values().length;

    private XlsxMonths() {}

    static XlsxSheet write(Workbook workbook, Quotation quotation, XlsxAmounts amounts) {
        XlsxSheet sheet = new XlsxSheet(workbook, NAME);
        String in = " (" + quotation.currency() + ")";
        sheet.columns(
                new String[] {
                    "Group",
                    "Title",
                    "Month",
                    "First day",
                    "Requests",
                    "Low" + in,
                    "Expected" + in,
                    "High" + in,
                    "Cumulative, low" + in,
                    "Cumulative, expected" + in,
                    "Cumulative, high" + in
                },
                7,
                50,
                8,
                11,
                16,
                17,
                17,
                17,
                17,
                17,
                17);
        int row = 2;
        for (QuotedGroup group : quotation.groups()) {
            Map<Bound, BigDecimal> sums = new EnumMap<>(Bound.class);
            boolean known = true;
            for (CostMonth month : group.months()) {
                known &= month.cost() != null;
                sheet.number("A", row, BigDecimal.valueOf(group.number()), XlsxLook.COUNT);
                sheet.text("B", row, group.title(), XlsxLook.WRAPPED);
                sheet.number("C", row, BigDecimal.valueOf(month.month()), XlsxLook.COUNT);
                sheet.date("D", row, month.date(), XlsxLook.PLAIN);
                sheet.number("E", row, month.requests(), XlsxLook.COUNT);
                for (Bound bound : Bound.values()) {
                    String cost = XlsxSheet.column(COST + bound.ordinal());
                    String cumulative = XlsxSheet.column(CUMULATIVE + bound.ordinal());
                    sheet.amount(cost, row, month.cost() == null ? null : bound.of(month.cost()), amounts.exact());
                    if (known) {
                        sums.merge(bound, bound.of(month.cost()), BigDecimal::add);
                    }
                    sheet.formula(
                            cumulative,
                            row,
                            month == group.months().get(0)
                                    ? cost + row
                                    : "IF(COUNT(" + cumulative + (row - 1) + ',' + cost + row + ")=2,"
                                            + cumulative + (row - 1) + '+' + cost + row + ",\""
                                            + XlsxSheet.NOT_KNOWN + "\")",
                            known ? sums.get(bound) : null,
                            amounts.exact());
                }
                row++;
            }
        }
        sheet.end(row, "K");
        return sheet;
    }
}

package io.epochwise.export;

import io.epochwise.catalog.Grade;
import io.epochwise.estimate.Assumption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;

/** What the amounts rest on: where prices are from, at what rate they were converted, and what was assumed. */
final class XlsxSources {
    static final String NAME = "Sources";

    /** What the price of a line is from. */
    private record Source(String text, LocalDate asOf, Grade grade) {}

    private final XlsxSheet sheet;
    private int row = 2;

    private XlsxSources(Workbook workbook) {
        sheet = new XlsxSheet(workbook, NAME);
    }

    static XlsxSheet write(Workbook workbook, Quotation quotation) {
        XlsxSources sources = new XlsxSources(workbook);
        sources.write(quotation);
        return sources.sheet;
    }

    private void write(Quotation quotation) {
        sheet.columns(
                new String[] {"Kind", "For", "What", "Code", "Value", "As of", "Grade"}, 15, 40, 90, 34, 18, 12, 15);
        Map<Source, Set<String>> sources = new LinkedHashMap<>();
        quotation.lines().filter(line -> line.source() != null).forEach(line -> sources.computeIfAbsent(
                        new Source(line.source(), line.priceAsOf(), line.grade()), source -> new LinkedHashSet<>())
                .add(line.id()));
        sources.forEach((source, lines) -> {
            row("price", "lines " + String.join(", ", lines), source.text(), null, null, source.grade());
            sheet.date("F", row - 1, source.asOf(), XlsxLook.PLAIN);
        });
        ExchangeRate exchange = quotation.document().exchangeRate();
        if (exchange != null) {
            String pair = quotation.currency() + " for 1 " + quotation.listCurrency();
            row("exchange rate", "all amounts", exchange.source(), pair, null, null);
            sheet.number("E", row - 1, exchange.rate(), XlsxLook.PLAIN.toTheLeft());
            sheet.date("F", row - 1, exchange.asOf(), XlsxLook.PLAIN);
        }
        for (QuotedGroup group : quotation.groups()) {
            for (Assumption assumption : group.assumptions()) {
                row(
                        "assumption",
                        "group " + group.number(),
                        assumption.text(),
                        assumption.code(),
                        assumption.value(),
                        null);
            }
        }
        sheet.end(row, "G");
    }

    private void row(String kind, String what, String text, Object code, String value, Object grade) {
        sheet.text("A", row, kind, XlsxLook.PLAIN);
        sheet.text("B", row, what, XlsxLook.WRAPPED);
        sheet.text("C", row, text, XlsxLook.WRAPPED);
        sheet.text("D", row, Objects.toString(code, null), XlsxLook.WRAPPED);
        sheet.text("E", row, value, XlsxLook.WRAPPED);
        sheet.text("G", row, Objects.toString(grade, null), XlsxLook.PLAIN);
        row++;
    }
}

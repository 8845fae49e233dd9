package io.epochwise.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.epochwise.money.Range;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A quotation as CSV by RFC 4180: UTF-8, commas, a header, a row for each line, and a last row of category {@code total}. Amounts are
 * exact; {@code rounded} is in minor units and adds up to the total. What is not known is an empty field.
 */
final class CsvQuotation {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final List<String> HEADER = List.of(
            "quotation",
            "quotation_id",
            "catalog_version",
            "issue_date",
            "line",
            "category",
            "group",
            "estimate_id",
            "part",
            "provider",
            "offering",
            "code",
            "description",
            "from",
            "to",
            "quantity",
            "unit",
            "per",
            "list_unit_price",
            "unit_price",
            "unit_price_per_1000000",
            "list_cost",
            "amount_low",
            "amount",
            "amount_high",
            "rounded",
            "currency",
            "formula",
            "source",
            "price_as_of",
            "grade",
            "unpriced",
            "cost_center",
            "notice");

    private CsvQuotation() {}

    static void write(Quotation quotation, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            for (QuotedGroup group : quotation.groups()) {
                group.lines().forEach(line -> csv.writeRecord(row(quotation, group, line)));
            }
            quotation.adjustments().forEach(line -> csv.writeRecord(row(quotation, null, line)));
            csv.writeRecord(total(quotation));
        }
    }

    private static List<String> row(Quotation quotation, QuotedGroup group, QuotedLine line) {
        Range amount = line.amount();
        return fields(
                quotation,
                line.id(),
                line.category().toString(),
                group == null ? null : group.title(),
                group == null ? null : group.estimateId(),
                text(line.part()),
                line.provider(),
                line.offering(),
                line.code(),
                line.description(),
                text(line.from()),
                text(line.to()),
                number(line.quantity()),
                text(line.unit()),
                number(line.per()),
                number(line.listUnitPrice()),
                number(line.unitPrice()),
                number(perMillion(line)),
                number(line.listCost()),
                number(amount == null ? null : amount.low()),
                number(amount == null ? null : amount.expected()),
                number(amount == null ? null : amount.high()),
                number(line.rounded()),
                quotation.currency(),
                line.formula(),
                line.source(),
                text(line.priceAsOf()),
                text(line.grade()),
                Boolean.toString(line.unpriced()));
    }

    private static BigDecimal perMillion(QuotedLine line) {
        return line.unitPrice() == null
                ? null
                : line.unitPrice().multiply(MILLION).divide(line.per());
    }

    private static List<String> total(Quotation quotation) {
        QuotedTotals totals = quotation.totals();
        Range total = totals.total();
        return fields(
                quotation,
                "",
                "total",
                null,
                null,
                null,
                null,
                null,
                null,
                "To be paid",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                number(totals.list()),
                number(total == null ? null : total.low()),
                number(total == null ? null : total.expected()),
                number(total == null ? null : total.high()),
                number(totals.payable()),
                quotation.currency(),
                null,
                null,
                null,
                null,
                Boolean.toString(total == null));
    }

    private static List<String> fields(Quotation quotation, String... own) {
        DocumentDetails document = quotation.document();
        Stream<String> before = Stream.of(
                document.number(),
                quotation.id(),
                quotation.catalogVersion(),
                document.issueDate().toString());
        Stream<String> after = Stream.of(document.costCenter(), quotation.notice());
        return Stream.of(before, Stream.of(own), after)
                .flatMap(part -> part)
                .map(CsvCells::text)
                .toList();
    }

    private static String number(BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    private static String text(Object value) {
        return Objects.toString(value, null);
    }
}

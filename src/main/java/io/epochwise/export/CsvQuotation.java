package io.epochwise.export;

import io.epochwise.catalog.Unit;
import io.epochwise.money.Range;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A quotation as CSV for spreadsheets: a row for each line, and a last row of category {@code total}, which alone has the notes. Each
 * row says what the document says, so that rows of several quotations can stand in one sheet.
 *
 * <p>Amounts are exact; {@code rounded} is in minor units and adds up to that of the total. What is not known is an empty field.
 */
final class CsvQuotation {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private CsvQuotation() {}

    /** A line with its group; without a group an adjustment, without a line the total. */
    private record Row(QuotedGroup group, QuotedLine line) {
        <T> T of(Function<QuotedLine, T> value, T ofTotal) {
            return line == null ? ofTotal : value.apply(line);
        }
    }

    static void write(Quotation quotation, OutputStream out) throws IOException {
        CsvTable<Row> table = new CsvTable<>();
        document(table, quotation);
        lines(table, quotation.totals());
        origin(table, quotation);
        table.write(rows(quotation), out);
    }

    private static Stream<Row> rows(Quotation quotation) {
        Stream<Row> lines = quotation.groups().stream()
                .flatMap(group -> group.lines().stream().map(line -> new Row(group, line)));
        Stream<Row> adjustments = quotation.adjustments().stream().map(line -> new Row(null, line));
        return Stream.of(lines, adjustments, Stream.of(new Row(null, null))).flatMap(part -> part);
    }

    private static void document(CsvTable<Row> table, Quotation quotation) {
        DocumentDetails document = quotation.document();
        table.text("quotation", row -> document.number())
                .text("quotation_id", row -> quotation.id())
                .text("catalog_version", row -> quotation.catalogVersion())
                .text("issue_date", row -> document.issueDate())
                .text("valid_until", row -> document.validUntil())
                .text("buyer", row -> name(document.buyer()))
                .text("supplier", row -> name(document.supplier()))
                .text("cost_center", row -> document.costCenter());
    }

    private static String name(Party party) {
        return party == null ? null : party.name();
    }

    private static void lines(CsvTable<Row> table, QuotedTotals totals) {
        table.text("line", row -> row.of(QuotedLine::id, null))
                .text("category", row -> row.of(line -> line.category().toString(), "total"))
                .text("group", row -> row.group() == null ? null : row.group().title())
                .text(
                        "estimate_id",
                        row -> row.group() == null ? null : row.group().estimateId())
                .text("part", row -> row.of(QuotedLine::part, null))
                .text("provider", row -> row.of(QuotedLine::provider, null))
                .text("offering", row -> row.of(QuotedLine::offering, null))
                .text("code", row -> row.of(QuotedLine::code, null))
                .text("description", row -> row.of(QuotedLine::description, "To be paid"))
                .text("from", row -> row.of(QuotedLine::from, null))
                .text("to", row -> row.of(QuotedLine::to, null))
                .number("quantity", row -> row.of(QuotedLine::quantity, null))
                .text("unit", row -> row.of(QuotedLine::unit, null))
                .number("per", row -> row.of(QuotedLine::per, null))
                .number("list_unit_price", row -> row.of(QuotedLine::listUnitPrice, null))
                .number("unit_price", row -> row.of(QuotedLine::unitPrice, null))
                .number("unit_price_per_1000000_tokens", row -> row.of(CsvQuotation::perMillionTokens, null))
                .number("list_cost", row -> row.of(QuotedLine::listCost, totals.list()))
                .number("amount_low", row -> bound(row, totals, Range::low))
                .number("amount", row -> bound(row, totals, Range::expected))
                .number("amount_high", row -> bound(row, totals, Range::high))
                .number("rounded", row -> row.of(QuotedLine::rounded, totals.payable()))
                .text("unpriced", row -> row.of(QuotedLine::unpriced, totals.total() == null));
    }

    private static BigDecimal bound(Row row, QuotedTotals totals, Function<Range, BigDecimal> bound) {
        return Optional.ofNullable(row.of(QuotedLine::amount, totals.total()))
                .map(bound)
                .orElse(null);
    }

    private static BigDecimal perMillionTokens(QuotedLine line) {
        return line.unitPrice() == null || line.unit() != Unit.TOKEN
                ? null
                : line.unitPrice().multiply(MILLION).divide(line.per());
    }

    private static void origin(CsvTable<Row> table, Quotation quotation) {
        Optional<ExchangeRate> rate = Optional.ofNullable(quotation.document().exchangeRate());
        table.text("currency", row -> quotation.currency())
                .text("list_currency", row -> quotation.listCurrency())
                .number("exchange_rate", row -> rate.map(ExchangeRate::rate).orElse(null))
                .text("exchange_rate_as_of", row -> rate.map(ExchangeRate::asOf).orElse(null))
                .text("exchange_rate_source", row -> rate.map(ExchangeRate::source)
                        .orElse(null))
                .text("formula", row -> row.of(QuotedLine::formula, null))
                .text("source", row -> row.of(QuotedLine::source, null))
                .text("price_as_of", row -> row.of(QuotedLine::priceAsOf, null))
                .text("grade", row -> row.of(QuotedLine::grade, null))
                .text("notice", row -> quotation.notice())
                .text("notes", row -> row.line() == null ? quotation.document().notes() : null);
    }
}

package io.epochwise.export;

import io.epochwise.decision.CostMonth;
import io.epochwise.money.Bound;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A workbook says what its quotation says, and nothing in it is taken for a formula that is none. */
class XlsxQuotationTest {
    private static final MathContext DOUBLE = new MathContext(17);
    private static final String NOT_KNOWN = "not known";

    private static XlsxFile written(Quotation quotation) {
        return XlsxFile.of(QuotationFormat.XLSX.write(quotation));
    }

    private static QuotedLine used(Quotation quotation) {
        return quotation.groups().get(0).lines().get(0);
    }

    private static void assertNumber(XlsxFile.Cell cell, BigDecimal number) {
        if (number == null) {
            assertThat(cell.value()).isEqualTo(NOT_KNOWN);
        } else {
            assertThat(cell.number()).isEqualByComparingTo(number.round(DOUBLE));
        }
    }

    private static void assertRange(XlsxFile file, String sheet, String columns, int row, Range range) {
        for (Bound bound : Bound.values()) {
            assertNumber(
                    file.cell(sheet, columns.substring(bound.ordinal(), bound.ordinal() + 1) + row),
                    range == null ? null : bound.of(range));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void everyLineIsARow(long seed) {
        Quotation quotation = XlsxLab.random(seed);
        XlsxFile file = written(quotation);
        assertThat(file.names()).startsWith("Summary", "Lines").endsWith("Months", "Sources", "Findings");
        int row = 1;
        for (QuotedLine line : quotation.lines().toList()) {
            row++;
            int at = row;
            assertThat(file.value("Lines", "A" + at)).isEqualTo(line.id());
            assertThat(file.value("Lines", "F" + at)).isEqualTo(line.code());
            assertThat(file.value("Lines", "G" + at)).isEqualTo(line.description());
            assertThat(file.value("Lines", "T" + at)).isEqualTo(line.category().toString());
            assertNumber(file.cell("Lines", "P" + at), line.amount().expected());
            assertNumber(file.cell("Lines", "S" + at), line.rounded());
            if (line.category() == LineCategory.ROUNDING) {
                continue;
            }
            assertThat(file.value("Lines", "D" + at)).isEqualTo(line.provider());
            assertThat(file.cell("Lines", "H" + at).date()).isEqualTo(line.from());
            assertThat(file.cell("Lines", "I" + at).date()).isEqualTo(line.to());
            assertNumber(file.cell("Lines", "J" + at), line.quantity());
            assertNumber(file.cell("Lines", "L" + at), line.per());
            assertNumber(file.cell("Lines", "N" + at), line.unitPrice());
            assertNumber(file.cell("Lines", "Q" + at), line.amount().low());
            assertNumber(file.cell("Lines", "R" + at), line.amount().high());
            assertThat(file.value("Lines", "U" + at)).isEqualTo(line.formula());
            assertThat(file.value("Lines", "V" + at)).isEqualTo(line.source());
            assertThat(file.cell("Lines", "P" + at).formula()).contains("$J" + at + "*$N" + at + "/$L" + at);
            assertThat(file.cell("Lines", "S" + at).formula()).contains("ROUND(");
            if (line.category() == LineCategory.USAGE) {
                assertThat(file.cell("Lines", "B" + at).number().toString() + ".")
                        .isEqualTo(line.id().substring(0, line.id().indexOf('.') + 1));
                assertThat(file.value("Lines", "E" + at)).isEqualTo(line.offering());
                assertNumber(file.cell("Lines", "M" + at), line.listUnitPrice());
                assertNumber(file.cell("Lines", "O" + at), line.listCost());
                assertThat(file.cell("Lines", "W" + at).date()).isEqualTo(line.priceAsOf());
                assertThat(file.value("Lines", "X" + at)).isEqualTo(line.grade().toString());
                assertThat(file.cell("Lines", "J" + at).formula()).isNull();
                assertThat(file.cell("Lines", "N" + at).formula()).isNull();
            } else {
                assertThat(file.cell("Lines", "N" + at).formula()).contains("Agreement!");
            }
        }
        assertNumber(
                file.cell("Lines", "S" + file.row("Lines", "G", "To be paid")),
                quotation.totals().payable());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void theSummarySaysTheTotals(long seed) {
        Quotation quotation = XlsxLab.random(seed);
        XlsxFile file = written(quotation);
        QuotedTotals totals = quotation.totals();
        assertThat(file.value("Summary", "A1")).isEqualTo("Quotation Q-1");
        assertThat(file.value("Summary", "A2")).isEqualTo(Quotation.FORECAST);
        assertNumber(file.cell("Summary", "B4"), totals.payable());
        assertThat(said(file, "Number")).isEqualTo("Q-1");
        assertThat(said(file, "Buyer")).isEqualTo("Example Ltd (B-7)");
        assertThat(said(file, "Supplier")).isEqualTo("OpenAI");
        assertThat(said(file, "Currency")).isEqualTo(quotation.currency());
        assertThat(said(file, "Quotation id")).isEqualTo(quotation.id());
        assertThat(said(file, "Catalog version")).isEqualTo(quotation.catalogVersion());
        assertThat(file.cell("Summary", "B" + file.row("Summary", "A", "Issue date"))
                        .date())
                .isEqualTo(quotation.document().issueDate());
        if (quotation.document().exchangeRate() != null) {
            assertNumber(
                    file.cell(
                            "Summary",
                            "B" + file.row("Summary", "A", "Exchange rate (" + quotation.currency() + " for 1 USD)")),
                    quotation.document().exchangeRate().rate());
            assertThat(said(file, "Exchange rate from")).isEqualTo("stated by the treasury");
        }
        for (QuotedGroup group : quotation.groups()) {
            int row = file.row("Summary", "A", Integer.toString(group.number()));
            assertThat(file.value("Summary", "B" + row)).isEqualTo(group.title());
            assertRange(file, "Summary", "CDE", row, group.total());
            assertNumber(file.cell("Summary", "F" + row), group.rounded());
            assertNumber(file.cell("Summary", "G" + row), group.rounded());
            assertThat(file.cell("Summary", "D" + row).formula()).contains("SUMIF(Lines!");
            assertThat(file.cell("Summary", "F" + row).formula()).contains("SUMIF(Lines!");
        }
        assertNumber(file.cell("Summary", "D" + file.row("Summary", "A", "At list prices")), totals.list());
        assertRange(file, "Summary", "CDE", file.row("Summary", "A", "Contracted"), totals.contracted());
        assertNumber(file.cell("Summary", "D" + file.row("Summary", "A", "Effective")), totals.effective());
        int paid = file.row("Summary", "A", "To be paid");
        assertRange(file, "Summary", "CDE", paid, totals.total());
        assertNumber(file.cell("Summary", "F" + paid), totals.payable());
        for (QuotedLine line : quotation.adjustments()) {
            assertNumber(file.cell("Summary", "F" + file.row("Summary", "A", line.id())), line.rounded());
        }
    }

    private static String said(XlsxFile file, String label) {
        return file.value("Summary", "B" + file.row("Summary", "A", label));
    }

    @Test
    void theOtherSheetsSayMonthsSourcesAndFindings() {
        Quotation quotation = XlsxLab.random(3);
        XlsxFile file = written(quotation);
        int row = 1;
        for (QuotedGroup group : quotation.groups()) {
            Range sum = Range.ZERO;
            for (CostMonth month : group.months()) {
                row++;
                sum = sum.plus(month.cost());
                assertNumber(file.cell("Months", "C" + row), BigDecimal.valueOf(month.month()));
                assertThat(file.cell("Months", "D" + row).date()).isEqualTo(month.date());
                assertNumber(file.cell("Months", "E" + row), month.requests());
                assertRange(file, "Months", "FGH", row, month.cost());
                assertRange(file, "Months", "IJK", row, sum);
                assertThat(file.cell("Months", "J" + row).formula()).contains("G" + row);
            }
            int number = group.number();
            assertThat(file.rows("Sources", "B", "group " + number)).hasSize(1);
            assertThat(file.rows("Findings", "C", Integer.toString(number))).hasSize(2);
        }
        int assumption = file.row("Sources", "A", "assumption");
        assertThat(file.value("Sources", "C" + assumption)).isEqualTo("Taken for granted");
        assertThat(file.value("Sources", "E" + assumption)).isEqualTo("3");
        int price = file.row("Sources", "A", "price");
        assertThat(file.value("Sources", "C" + price)).isEqualTo("LAB: a page");
        assertThat(file.cell("Sources", "F" + price).date())
                .isEqualTo(used(quotation).priceAsOf());
        assertThat(file.value("Sources", "G" + price)).isEqualTo("official");
        int warning = file.row("Findings", "A", "warning");
        assertThat(file.value("Findings", "B" + warning)).isEqualTo("warning");
        assertThat(file.value("Findings", "G" + warning)).isEqualTo("Not sure");
        int availability = file.row("Findings", "A", "availability");
        assertThat(file.value("Findings", "B" + availability)).isEqualTo("available");
        assertThat(file.cell("Findings", "I" + availability).date()).isEqualTo(LocalDate.of(2027, 1, 6));
    }

    @ParameterizedTest
    @CsvSource({"JPY,'#,##0_ '", "EUR,'#,##0.00_ '", "BHD,'#,##0.000_ '"})
    void numbersAreShownAsTheCurrencyIsPaid(String currency, String money) {
        XlsxFile file = written(XlsxLab.simple(currency, "1234567 x 0.0000125"));
        assertThat(file.cell("Lines", "S2").format()).isEqualTo(money);
        assertThat(file.cell("Lines", "N2").format()).startsWith("#,##0.00#######");
        assertThat(file.cell("Lines", "J2").format()).isEqualTo("#,##0_ ");
        assertThat(file.cell("Lines", "H2").format()).isEqualTo("yyyy-mm-dd");
    }

    @Test
    void headersStayInSightAndTablesCanBeFilteredAndPrinted() {
        XlsxFile file = written(XlsxLab.random(5));
        for (String sheet : List.of("Lines", "Months", "Sources", "Findings")) {
            var xml = file.sheet(sheet);
            assertThat(xml.getElementsByTagName("pane").getLength()).isOne();
            assertThat(xml.getElementsByTagName("autoFilter").getLength()).isOne();
            var setup = xml.getElementsByTagName("pageSetup").item(0).getAttributes();
            assertThat(setup.getNamedItem("orientation").getNodeValue()).isEqualTo("landscape");
            assertThat(setup.getNamedItem("fitToWidth").getNodeValue()).isEqualTo("1");
            assertThat(setup.getNamedItem("fitToHeight").getNodeValue()).isEqualTo("0");
        }
        assertThat(new String(file.parts().get("xl/workbook.xml"), StandardCharsets.UTF_8))
                .contains("_xlnm.Print_Titles", "_xlnm.Print_Area", "fullCalcOnLoad=\"1\"");
    }

    @Test
    void whatIsNotKnownIsSaidAndIsNoNumber() {
        XlsxFile file = written(XlsxLab.simple("EUR", "1 x 0.5", "3 x ?", "? x 2"));
        assertThat(file.value("Lines", "P2")).isEqualTo("0.5");
        for (String cell : List.of("P3", "S3", "P4", "S4", "S6")) {
            assertThat(file.cell("Lines", cell).type()).isEqualTo("str");
            assertThat(file.value("Lines", cell)).isEqualTo(NOT_KNOWN);
        }
        assertThat(file.value("Lines", "N3")).isNull();
        assertThat(file.value("Lines", "J4")).isNull();
        assertThat(file.value("Summary", "B4")).isEqualTo(NOT_KNOWN);
        assertThat(file.value("Summary", "F" + file.row("Summary", "A", "To be paid")))
                .isEqualTo(NOT_KNOWN);
        assertThat(file.value("Months", "G2")).isEqualTo(NOT_KNOWN);
        assertThat(file.sheet("Lines").getElementsByTagName("cfRule").item(0).getTextContent())
                .isEqualTo("$P2=\"not known\"");
    }

    @Test
    void whatAnAgreementCoversOfUnknownChargesIsNotKnown() {
        QuotedLine line = XlsxLab.line("1.1", "acme", "5", null, 1, 0, "EUR");
        XlsxFile file = written(XlsxLab.quotation(
                XlsxLab.document("EUR", "0.86"),
                List.of(XlsxLab.group(1, "EUR", List.of(line))),
                new AgreedSpending(null, List.of(new Credit(null, BigDecimal.TEN, null)))));
        assertThat(file.names()).doesNotContain("Agreement");
        assertThat(file.value("Lines", "S4")).isEqualTo(NOT_KNOWN);
        assertThat(file.cells("Summary").values())
                .extracting(XlsxFile.Cell::value)
                .anySatisfy(text -> assertThat(text).contains("ask for the quotation again"));
    }

    /** A second passes, and the machine is elsewhere. */
    @Test
    void theSameQuotationIsTheSameFile() throws InterruptedException {
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            byte[] first = QuotationFormat.XLSX.write(XlsxLab.random(8));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Lima"));
            Thread.sleep(1_100);
            assertThat(Arrays.equals(QuotationFormat.XLSX.write(XlsxLab.random(8)), first))
                    .isTrue();
            assertThat(XlsxFile.of(first)
                            .xml("docProps/core.xml")
                            .getElementsByTagName("dcterms:created")
                            .item(0)
                            .getTextContent())
                    .isEqualTo("2026-09-01T00:00:00Z");
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://example.org\",\"click\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "=cmd|' /C calc'!A0",
                "</t></is></c><c r=\"B4\"><f>1+1</f><v>2</v></c>",
                "<f>1</f>",
                "]]>&<>\"'",
                "_x0000_ and _x003D_1",
                "$1 \\1 ${x}",
                "\uFF1D1+1",
                "\uD83D\uDE00 \u202E\u0627",
                " leading and trailing "
            })
    void textsStayTexts(String hostile) {
        XlsxFile file = written(saying(hostile));
        for (String cell : List.of("E2", "F2", "G2", "U2", "V2")) {
            assertThat(file.cell("Lines", cell).type()).isEqualTo("s");
            assertThat(file.value("Lines", cell)).isEqualTo(hostile);
        }
        assertThat(said(file, "Notes")).isEqualTo(hostile);
        assertThat(said(file, "Cost center")).isEqualTo(hostile);
        assertThat(file.value("Summary", "A1")).isEqualTo("Quotation " + hostile);
        XlsxFile harmless = written(saying("harmless"));
        for (String sheet : harmless.names()) {
            assertThat(formulas(file, sheet)).isEqualTo(formulas(harmless, sheet));
        }
        file.parts().keySet().forEach(file::xml);
    }

    /** One whose every text that a caller chooses is this one. */
    private static Quotation saying(String text) {
        QuotedLine line = used(XlsxLab.simple("EUR", "2 x 3"));
        QuotedLine named = new QuotedLine(
                line.id(),
                line.category(),
                line.part(),
                line.provider(),
                text,
                text,
                text,
                line.from(),
                line.to(),
                line.quantity(),
                line.unit(),
                line.per(),
                line.listUnitPrice(),
                line.unitPrice(),
                line.listCost(),
                line.amount(),
                line.rounded(),
                text,
                text,
                line.priceAsOf(),
                line.grade(),
                false);
        DocumentDetails document = new DocumentDetails(
                text,
                XlsxLab.DAY,
                null,
                new Party(text, text),
                new Party(text, null),
                "EUR",
                new ExchangeRate(BigDecimal.ONE, XlsxLab.DAY, text),
                text,
                text,
                null,
                null);
        return XlsxLab.quotation(
                document,
                List.of(XlsxLab.group(1, "EUR", List.of(named))),
                new AgreedSpending(
                        List.of(new Commitment("acme", BigDecimal.ONE, true, text)),
                        List.of(new Credit(null, BigDecimal.ONE, text))));
    }

    private static Map<String, String> formulas(XlsxFile file, String sheet) {
        return file.cells(sheet).entrySet().stream()
                .filter(cell -> cell.getValue().formula() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, cell -> cell.getValue().formula()));
    }

    /** A cell holds 32,767 UTF-16 units, and no half characters. */
    @Test
    void textsThatNoCellHoldsAreCutWithAMark() {
        DocumentDetails document = new DocumentDetails(
                "Q-1",
                XlsxLab.DAY,
                null,
                null,
                null,
                "EUR",
                null,
                "x" + "\uD83D\uDE00".repeat(20_000),
                null,
                null,
                null);
        XlsxFile file = written(XlsxLab.quotation(
                document, List.of(XlsxLab.group(1, "EUR", List.of(used(XlsxLab.simple("EUR", "2 x 3"))))), null));
        assertThat(said(file, "Notes"))
                .isEqualTo("x" + "\uD83D\uDE00".repeat(16_380) + " [cut]")
                .hasSize(32_767);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "1899-12-31", "1900-02-28"})
    void daysThatSpreadsheetsDoNotKnowAreTexts(String day) {
        LocalDate date = LocalDate.parse(day);
        DocumentDetails document = new DocumentDetails(
                "Q-1", date, LocalDate.of(12_000, 1, 1), null, null, "EUR", null, "a\r\nb", null, null, null);
        XlsxFile file = written(XlsxLab.quotation(
                document, List.of(XlsxLab.group(1, "EUR", List.of(used(XlsxLab.simple("EUR", "2 x 3"))))), null));
        assertThat(said(file, "Issue date")).isEqualTo(day);
        assertThat(said(file, "Valid until")).isEqualTo("+12000-01-01");
        assertThat(said(file, "Notes")).isEqualTo("a\nb");
        assertThat(file.xml("docProps/core.xml")
                        .getElementsByTagName("dcterms:created")
                        .getLength())
                .isZero();
    }

    @Test
    void fiveThousandLines() {
        List<QuotedGroup> groups = IntStream.rangeClosed(1, 50)
                .mapToObj(number -> XlsxLab.group(
                        number,
                        "EUR",
                        IntStream.rangeClosed(1, 100)
                                .mapToObj(i -> XlsxLab.line(
                                        number + "." + i, "acme", "" + (i * 997 + number), "0.0123", 1_000, 5, "EUR"))
                                .toList()))
                .toList();
        Quotation quotation = XlsxLab.quotation(XlsxLab.document("EUR", "0.9"), groups, null);
        XlsxFile file = written(quotation);
        assertThat(file.value("Lines", "A5001")).isEqualTo("50.100");
        assertThat(file.cells("Lines").values())
                .filteredOn(Objects::nonNull)
                .filteredOn(cell -> cell.formula() != null)
                .allSatisfy(cell -> assertThat(cell.value()).isNotNull());
        assertNumber(file.cell("Summary", "B4"), quotation.totals().payable());
    }
}

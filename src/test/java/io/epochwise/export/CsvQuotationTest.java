package io.epochwise.export;

import io.epochwise.catalog.Unit;
import io.epochwise.decision.CostKind;
import io.epochwise.decision.CostPartKind;
import io.epochwise.estimate.LineCode;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.epochwise.export.QuotationFormat.CSV;
import static io.epochwise.export.Quotations.DAY;
import static io.epochwise.export.Quotations.ID;
import static io.epochwise.export.Quotations.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Quotations as CSV, read with the reader of another program. */
class CsvQuotationTest {
    private static final String NUMBER = "-?\\d+(\\.\\d+)?";
    private static final List<String> NUMBERS = List.of(
            "quantity",
            "per",
            "list_unit_price",
            "unit_price",
            "unit_price_per_1000000_tokens",
            "list_cost",
            "amount_low",
            "amount",
            "amount_high",
            "rounded",
            "exchange_rate");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static CsvFile read(Quotation quotation) {
        return CsvFile.read(written(CSV, quotation));
    }

    private static Quotation inEuros() {
        return Quotations.quotation(
                List.of(Quotations.group(
                        1,
                        List.of(Quotations.line(
                                "1.1",
                                CostPartKind.TRAINING,
                                "openai",
                                LineCode.TRAINING_TOKENS,
                                0,
                                0,
                                "5616000",
                                Unit.TOKEN,
                                1_000,
                                "0.0215",
                                "0.0172")),
                        List.of())),
                AgreedSpending.NONE,
                new DocumentDetails(
                        "Q-1",
                        DAY,
                        DAY.plusDays(7),
                        new Party("Buyer, \"Ltd\"", "7"),
                        new Party("OpenAI", null),
                        "EUR",
                        new ExchangeRate(new BigDecimal("0.86"), DAY, "ECB"),
                        "first\nsecond",
                        "4711",
                        null,
                        "81112000"),
                "1.2");
    }

    /** 5,616 thousands at 0.0172 are 96.5952. */
    @Test
    void aLineSaysEverythingAboutItself() {
        assertThat(read(inEuros()).rows().get(0))
                .containsExactly(
                        entry("quotation", "Q-1"),
                        entry("quotation_id", ID),
                        entry("catalog_version", "sha256:catalog"),
                        entry("issue_date", "2026-11-23"),
                        entry("valid_until", "2026-11-30"),
                        entry("buyer", "Buyer, \"Ltd\""),
                        entry("supplier", "OpenAI"),
                        entry("cost_center", "4711"),
                        entry("line", "1.1"),
                        entry("category", "usage"),
                        entry("group", "Group 1"),
                        entry("estimate_id", ID),
                        entry("part", "training"),
                        entry("provider", "openai"),
                        entry("offering", "openai/model"),
                        entry("code", "training.tokens"),
                        entry("description", "Training: tokens of the dataset x epochs"),
                        entry("from", "2026-11-23"),
                        entry("to", "2026-11-24"),
                        entry("quantity", "5616000"),
                        entry("unit", "token"),
                        entry("per", "1000"),
                        entry("list_unit_price", "0.0215"),
                        entry("unit_price", "0.0172"),
                        entry("unit_price_per_1000000_tokens", "17.2000"),
                        entry("list_cost", "120.744"),
                        entry("amount_low", "96.5952"),
                        entry("amount", "96.5952"),
                        entry("amount_high", "96.5952"),
                        entry("rounded", "96.60"),
                        entry("unpriced", "false"),
                        entry("currency", "EUR"),
                        entry("list_currency", "USD"),
                        entry("exchange_rate", "0.86"),
                        entry("exchange_rate_as_of", "2026-11-23"),
                        entry("exchange_rate_source", "ECB"),
                        entry("formula", "5616000 x 0.0172"),
                        entry("source", "PAGE"),
                        entry("price_as_of", "2026-01-01"),
                        entry("grade", "official"),
                        entry("notice", "Forecast, not an offer."),
                        entry("notes", ""));
    }

    @Test
    void theLastRowIsWhatIsToBePaid() {
        CsvFile csv = read(inEuros());
        Map<String, String> total = csv.rows().get(csv.rows().size() - 1);
        assertThat(total)
                .contains(
                        entry("category", "total"),
                        entry("description", "To be paid"),
                        entry("line", ""),
                        entry("quotation", "Q-1"),
                        entry("list_cost", "120.744"),
                        entry("amount", "96.5952"),
                        entry("rounded", "96.60"),
                        entry("currency", "EUR"),
                        entry("unpriced", "false"),
                        entry("notes", "first\nsecond"));
    }

    @Test
    void linesEndAsTheStandardSaysAndNoMarkStandsInFront() {
        String csv = written(CSV, Quotations.whole("1.2"));
        assertThat(csv).startsWith("quotation,quotation_id,").endsWith("\r\n");
        assertThat(csv.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void whatIsNotKnownIsEmptyAndSaid() {
        QuotedLine unpriced = new QuotedLine(
                "1.1",
                LineCategory.USAGE,
                CostPartKind.TRAINING,
                "acme",
                "acme/secret",
                "training.tokens",
                "Training",
                DAY,
                DAY.plusDays(1),
                BigDecimal.TEN,
                Unit.TOKEN,
                null,
                null,
                null,
                null,
                null,
                null,
                "10 x price, which is not known",
                null,
                null,
                null,
                true);
        QuotedGroup group = new QuotedGroup(
                1,
                CostKind.TRAINING,
                "Training",
                null,
                ID,
                DAY,
                null,
                null,
                List.of(unpriced),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        CsvFile csv = read(
                Quotations.quotation(List.of(group), AgreedSpending.NONE, Quotations.document("USD", null), "1.2"));
        assertThat(csv.rows()).hasSize(2).allSatisfy(row -> {
            assertThat(row.get("unpriced")).isEqualTo("true");
            assertThat(List.of("per", "unit_price", "list_cost", "amount_low", "amount", "amount_high", "rounded"))
                    .allSatisfy(column -> assertThat(row.get(column)).isEmpty());
        });
        assertThat(csv.rows().get(0)).containsEntry("quantity", "10");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void linesAddUpToWhatIsPayable(long seed) {
        Quotation quotation = Quotations.drawn(seed);
        CsvFile csv = read(quotation);
        CsvFile lines =
                new CsvFile(csv.header(), csv.rows().subList(0, csv.rows().size() - 1));
        BigDecimal payable = quotation.totals().payable();
        assertThat(lines.sum("rounded")).isEqualByComparingTo(payable);
        assertThat(lines.sum("amount")).isEqualByComparingTo(payable);
        assertThat(csv.sum("rounded", "category", "total")).isEqualByComparingTo(payable);
        assertThat(csv.sum("amount", "category", "total"))
                .isEqualByComparingTo(quotation.totals().total().expected());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFieldComesBack(long seed) {
        Quotation quotation = Quotations.drawn(seed);
        CsvFile csv = read(quotation);
        List<QuotedLine> lines = quotation.lines().toList();
        DocumentDetails document = quotation.document();
        assertThat(csv.rows()).hasSize(lines.size() + 1);
        for (int i = 0; i < lines.size(); i++) {
            QuotedLine line = lines.get(i);
            Map<String, String> row = csv.rows().get(i);
            isText(row.get("quotation"), document.number());
            isText(row.get("cost_center"), document.costCenter());
            isText(
                    row.get("buyer"),
                    document.buyer() == null ? null : document.buyer().name());
            isText(
                    row.get("supplier"),
                    document.supplier() == null ? null : document.supplier().name());
            isText(row.get("line"), line.id());
            isText(row.get("category"), line.category());
            isText(row.get("part"), line.part());
            isText(row.get("provider"), line.provider());
            isText(row.get("offering"), line.offering());
            isText(row.get("code"), line.code());
            isText(row.get("description"), line.description());
            isText(row.get("from"), line.from());
            isText(row.get("to"), line.to());
            isText(row.get("unit"), line.unit());
            isText(row.get("formula"), line.formula());
            isText(row.get("source"), line.source());
            isText(row.get("price_as_of"), line.priceAsOf());
            isText(row.get("grade"), line.grade());
            isNumber(row.get("quantity"), line.quantity());
            isNumber(row.get("per"), line.per());
            isNumber(row.get("list_unit_price"), line.listUnitPrice());
            isNumber(row.get("unit_price"), line.unitPrice());
            isNumber(row.get("list_cost"), line.listCost());
            isNumber(row.get("rounded"), line.rounded());
            Range amount = line.amount();
            isNumber(row.get("amount_low"), amount.low());
            isNumber(row.get("amount"), amount.expected());
            isNumber(row.get("amount_high"), amount.high());
            ExchangeRate rate = document.exchangeRate();
            isNumber(row.get("exchange_rate"), rate == null ? null : rate.rate());
            isText(row.get("exchange_rate_source"), rate == null ? null : rate.source());
            assertThat(row.get("notes")).isEmpty();
        }
        isText(csv.rows().get(lines.size()).get("notes"), document.notes());
    }

    /** A text as it was, or with the apostrophe that keeps it one. */
    private static void isText(String field, Object value) {
        String text = value == null ? "" : value.toString();
        assertThat(field).isIn(text, "'" + text);
    }

    private static void isNumber(String field, BigDecimal value) {
        if (value == null) {
            assertThat(field).isEmpty();
        } else {
            assertThat(new BigDecimal(field)).isEqualByComparingTo(value);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsAFormulaAndNumbersAreNumbers(long seed) {
        for (Map<String, String> row : read(Quotations.drawn(seed)).rows()) {
            row.forEach((column, field) -> {
                if (NUMBERS.contains(column)) {
                    assertThat(field).as(column).matches("|" + NUMBER);
                } else {
                    String seen = field.replaceFirst("^[\\s\\p{Z}\\p{Cf}\"]+", "");
                    assertThat(seen).as(column).doesNotMatch("(?s)[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*");
                }
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameQuotationIsTheSameFile(long seed) {
        assertThat(CSV.write(Quotations.drawn(seed))).isEqualTo(CSV.write(Quotations.drawn(seed)));
    }
}

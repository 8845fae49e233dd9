package io.epochwise.decision.reconciliation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.epochwise.estimate.Faults;
import io.epochwise.estimate.LineCode;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Spelling;
import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the text of a FOCUS 1.2 or 1.4 CSV file (FOCUS12, FOCUS14): UTF-8, a row of column names in any order, comma, quotes as in
 * RFC 4180, an empty field or {@code NULL} for no value. Of its columns only those that are compared are looked at.
 */
final class FocusBillReader {
    /** Most characters of the text. */
    static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    /** Most rows beside that of the names. */
    static final int MOST_ROWS = 5_000;

    private static final String FIELD = "actual.focus";
    private static final int MOST_FAULTS = 20;
    private static final String BILLED_COST = "BilledCost";
    private static final String EFFECTIVE_COST = "EffectiveCost";
    private static final String CONTRACTED_COST = "ContractedCost";
    private static final String LIST_COST = "ListCost";
    private static final String CURRENCY = "BillingCurrency";
    private static final String CATEGORY = "ChargeCategory";
    private static final String CHARGE_CLASS = "ChargeClass";
    private static final String DESCRIPTION = "ChargeDescription";
    private static final String PERIOD_START = "ChargePeriodStart";
    private static final String PERIOD_END = "ChargePeriodEnd";
    private static final String PRICING_QUANTITY = "PricingQuantity";
    private static final String PRICING_UNIT = "PricingUnit";
    private static final String CORRECTION = "Correction";

    /** Where an export of an estimate says which of its lines a row is. */
    private static final String LINE_CODE = "x_LineCode";

    /** Those of the mandatory columns that are looked at; both versions have them. */
    private static final List<String> MANDATORY = List.of(
            BILLED_COST,
            EFFECTIVE_COST,
            CONTRACTED_COST,
            LIST_COST,
            CURRENCY,
            CATEGORY,
            CHARGE_CLASS,
            DESCRIPTION,
            PERIOD_START,
            PERIOD_END,
            PRICING_QUANTITY,
            PRICING_UNIT);

    private static final Set<String> CATEGORIES = Set.of("Usage", "Purchase", "Tax", "Credit", "Adjustment");
    private static final Set<String> COMPARED = Set.of("Usage", "Purchase");
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final String currency;
    private final Faults faults = new Faults();
    private final List<BilledRow> rows = new ArrayList<>();
    private final List<String> unknownUnits = new ArrayList<>();
    private final Map<String, FocusTotals.Apart> apart = new TreeMap<>();
    private final Map<String, BigDecimal> costs = new HashMap<>();
    private Map<String, Integer> columns = Map.of();
    private int count;
    private int wrong;

    private FocusBillReader(String currency) {
        this.currency = currency;
    }

    /**
     * Reads a bill.
     *
     * @param currency that of the estimate
     * @throws InvalidInputException naming the lines that cannot be read, or the columns that are missing
     */
    static FocusBill read(String text, String currency) {
        if (text.length() > MOST_CHARACTERS) {
            throw new InvalidInputException(FIELD, "must have at most " + MOST_CHARACTERS + " characters");
        }
        FocusBillReader reader = new FocusBillReader(currency);
        reader.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        reader.faults.end();
        return new FocusBill(List.copyOf(reader.rows), reader.totals(), List.copyOf(reader.unknownUnits));
    }

    private void read(String text) {
        try (Stream<CsvRecord> records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .ofCsvRecord(text)
                .stream()) {
            records.forEach(this::row);
        } catch (CsvParseException malformed) {
            Matcher line = LINE.matcher(Objects.toString(malformed.getMessage(), ""));
            faults.add(
                    FIELD,
                    (line.find() ? line.group() + ": " : "") + "is not CSV as RFC 4180 has it: quotes do not match");
            return;
        }
        if (columns.isEmpty()) {
            faults.add(FIELD, "must have a row of column names and at least one other row");
        } else if (count == 0) {
            faults.add(FIELD, "must have at least one row below the column names");
        }
    }

    private void row(CsvRecord fields) {
        if (columns.isEmpty()) {
            header(fields);
            return;
        }
        count++;
        if (count > MOST_ROWS) {
            throw new InvalidInputException(FIELD, "must have at most " + MOST_ROWS + " rows");
        }
        Row row = new Row(fields);
        if (fields.getFieldCount() == columns.size()) {
            row.read();
        } else {
            row.fault("has " + fields.getFieldCount() + " fields, and the row of names has " + columns.size());
        }
        if (wrong >= MOST_FAULTS) {
            faults.end();
        }
    }

    private void header(CsvRecord names) {
        columns = new HashMap<>();
        for (int i = 0; i < names.getFieldCount(); i++) {
            if (columns.putIfAbsent(names.getField(i).strip(), i) != null) {
                throw new InvalidInputException(
                        FIELD, "line " + names.getStartingLineNumber() + ": has a column twice");
            }
        }
        List<String> missing =
                MANDATORY.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new InvalidInputException(
                    FIELD,
                    "line " + names.getStartingLineNumber() + ": lacks the columns " + String.join(", ", missing));
        }
    }

    private FocusTotals totals() {
        return new FocusTotals(
                count,
                cost(BILLED_COST),
                cost(EFFECTIVE_COST),
                cost(CONTRACTED_COST),
                cost(LIST_COST),
                apart.values().stream()
                        .map(sum ->
                                new FocusTotals.Apart(sum.category(), sum.rows(), Decimals.amount(sum.billedCost())))
                        .toList());
    }

    private BigDecimal cost(String column) {
        return Decimals.amount(costs.getOrDefault(column, BigDecimal.ZERO));
    }

    /** A row of the text. What is wrong with it is told by its line and column, without its content. */
    private final class Row {
        private final CsvRecord fields;
        private boolean faulty;

        Row(CsvRecord fields) {
            this.fields = fields;
        }

        void read() {
            Map<String, BigDecimal> own = new HashMap<>();
            Stream.of(BILLED_COST, EFFECTIVE_COST, CONTRACTED_COST, LIST_COST)
                    .forEach(column -> own.put(column, needed(column, decimal(column))));
            String category = needed(CATEGORY, text(CATEGORY));
            if (category != null && !CATEGORIES.contains(category)) {
                fault(CATEGORY + " must be one of Usage, Purchase, Tax, Credit, Adjustment");
            }
            String billed = needed(CURRENCY, text(CURRENCY));
            if (billed != null && !billed.equals(currency)) {
                fault(CURRENCY + " must be " + currency + ", the currency of the estimate");
            }
            LocalDate from = needed(PERIOD_START, date(PERIOD_START));
            LocalDate to = needed(PERIOD_END, date(PERIOD_END));
            LineCode line = lineCode();
            BilledRow row = metered(line, own.get(BILLED_COST), from, to);
            if (faulty) {
                return;
            }
            if (CORRECTION.equals(text(CHARGE_CLASS))) {
                setApart(CORRECTION, row.amount());
            } else if (COMPARED.contains(category)) {
                rows.add(row);
                own.forEach((column, cost) -> costs.merge(column, cost, BigDecimal::add));
            } else {
                setApart(category, row.amount());
            }
        }

        private void setApart(String category, BigDecimal amount) {
            apart.merge(
                    category,
                    new FocusTotals.Apart(category, 1, amount),
                    (one, other) -> new FocusTotals.Apart(
                            category, one.rows() + 1, one.billedCost().add(other.billedCost())));
        }

        private LineCode lineCode() {
            String code = text(LINE_CODE);
            if (code == null) {
                return null;
            }
            Optional<LineCode> line = Spelling.parse(LineCode.values(), code);
            if (line.isEmpty()) {
                fault(LINE_CODE + " is not the code of a line");
            }
            return line.orElse(null);
        }

        private BilledRow metered(LineCode line, BigDecimal amount, LocalDate from, LocalDate to) {
            boolean consumed = decimal("ConsumedQuantity") != null && text("ConsumedUnit") != null;
            BigDecimal quantity = decimal(consumed ? "ConsumedQuantity" : PRICING_QUANTITY);
            String written = text(consumed ? "ConsumedUnit" : PRICING_UNIT);
            Optional<BilledUnit> unit = written == null ? Optional.empty() : BilledUnit.parse(written);
            if (quantity != null && unit.isEmpty()) {
                unknownUnits.add(place());
            }
            return new BilledRow(
                    place(),
                    line,
                    Stream.of("SkuMeter", "SkuId", DESCRIPTION)
                            .map(this::text)
                            .filter(Objects::nonNull)
                            .toList(),
                    quantity == null
                            ? null
                            : unit.map(known -> known.units(quantity)).orElse(null),
                    unit.map(BilledUnit::unit).orElse(null),
                    amount,
                    from,
                    to);
        }

        private String place() {
            return FIELD + " line " + fields.getStartingLineNumber();
        }

        private <T> T needed(String column, T value) {
            if (value == null && !faulty) {
                fault(column + " must be given");
            }
            return value;
        }

        /** The text of a column; null if it is empty, NULL, or the column is not there. */
        private String text(String column) {
            Integer index = columns.get(column);
            String field = index == null ? "" : fields.getField(index);
            return field.isEmpty() || field.equals("NULL") ? null : field;
        }

        private BigDecimal decimal(String column) {
            String text = text(column);
            if (text == null) {
                return null;
            }
            try {
                return Decimals.parse(text);
            } catch (NumberFormatException e) {
                fault(column + " " + e.getMessage());
                return null;
            }
        }

        private LocalDate date(String column) {
            String text = text(column);
            try {
                return text == null
                        ? null
                        : OffsetDateTime.parse(text)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toLocalDate();
            } catch (DateTimeException e) {
                fault(column + " must be a time in UTC such as 2026-11-01T00:00:00Z");
                return null;
            }
        }

        /** One fault a row is enough to find it. */
        private void fault(String message) {
            if (!faulty) {
                faulty = true;
                wrong++;
                faults.add(FIELD, "line " + fields.getStartingLineNumber() + ": " + message);
            }
        }
    }
}

package io.epochwise.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A CSV file as another program reads it.
 *
 * @param header the names of the columns
 * @param rows their fields by name, empty ones included
 */
public record CsvFile(List<String> header, List<Map<String, String>> rows) {
    public static CsvFile read(String text) {
        List<CsvRecord> records = CsvReader.builder().ofCsvRecord(text).stream().toList();
        List<String> header = records.get(0).getFields();
        List<Map<String, String>> rows = new ArrayList<>();
        for (CsvRecord line : records.subList(1, records.size())) {
            if (line.getFieldCount() != header.size()) {
                throw new IllegalArgumentException("line " + line.getStartingLineNumber() + " has other columns");
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), line.getField(i));
            }
            rows.add(row);
        }
        return new CsvFile(header, rows);
    }

    /** The sum of a column over the rows whose column has a value. */
    public BigDecimal sum(String column, String where, String... values) {
        return rows.stream()
                .filter(row -> List.of(values).contains(row.get(where)))
                .map(row -> new BigDecimal(row.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sum of a column over all rows. */
    public BigDecimal sum(String column) {
        return rows.stream().map(row -> new BigDecimal(row.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

package io.epochwise.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The columns of a CSV file by RFC 4180: UTF-8 without a mark, commas, a header, CRLF after each row. What is null is an empty field.
 *
 * @param <R> what a row is about
 */
final class CsvTable<R> {
    private final List<Column<R>> columns = new ArrayList<>();

    private record Column<R>(String name, Function<R, String> cell) {}

    /** A column of texts, none of which is a formula. */
    CsvTable<R> text(String name, Function<R, ?> value) {
        columns.add(new Column<>(name, row -> CsvCells.text(Objects.toString(value.apply(row), null))));
        return this;
    }

    /** A column of numbers, written without exponents. */
    CsvTable<R> number(String name, Function<R, BigDecimal> value) {
        columns.add(new Column<>(name, row -> {
            BigDecimal number = value.apply(row);
            return number == null ? "" : number.toPlainString();
        }));
        return this;
    }

    void write(Stream<R> rows, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(columns.stream().map(Column::name).toList());
            rows.forEach(row -> csv.writeRecord(
                    columns.stream().map(column -> column.cell().apply(row)).toList()));
        }
    }
}

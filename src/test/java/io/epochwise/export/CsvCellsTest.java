package io.epochwise.export;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvCellsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t1",
                "\r1",
                "\n1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20x",
                "-",
                "=",
                " =1",
                "   +1",
                "\"=1\"",
                "'=1",
                " \" '@x",
                "\u00A0=1",
                "\u3000=1",
                "\u200B=1",
                "\uFEFF=1",
                "\u0000=1",
                " \t=1",
                " \n"
            })
    void whatASpreadsheetWouldCalculateIsText(String text) {
        assertThat(CsvCells.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a=1",
                "4711",
                "1-2",
                "a@example.com",
                "\"quoted\"",
                "'",
                "{\"a\":\"=1\"}",
                "Grüße",
                "日本"
            })
    void otherTextStaysAsItIs(String text) {
        assertThat(CsvCells.text(text)).isEqualTo(text);
    }

    @Test
    void nothingIsAnEmptyCell() {
        assertThat(CsvCells.text(null)).isEmpty();
    }
}

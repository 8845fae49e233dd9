package io.epochwise.money;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({"25.00, 25.00", "1e3, 1000", "-.5, -0.5", "+7, 7", "0.50, 0.50", "5., 5"})
    void aDecimalIsReadWithItsScale(String text, String value) {
        assertThat(Decimals.parse(text)).isEqualTo(new BigDecimal(value));
        assertThat(Decimals.find(text)).contains(new BigDecimal(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "auto",
                "2026-11-23",
                "1,5",
                "NaN",
                "0x1",
                "1e99999",
                "1e999",
                "1e-19",
                "1234567890123456789012345678901",
                " 1"
            })
    void whatIsNoDecimalWithinTheLimitsIsNone(String text) {
        assertThatThrownBy(() -> Decimals.parse(text))
                .isInstanceOf(NumberFormatException.class)
                .hasMessageStartingWith("must ");
        assertThat(Decimals.find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"25, 25.00", "157.43750, 157.4375", "0.000, 0.00", "1E+3, 1000.00", "1.5, 1.50"})
    void anAmountHasTwoDigitsAndNoNeedlessOnesBeyond(BigDecimal value, String written) {
        assertThat(Decimals.amount(value).toPlainString()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"1E+3, 1000", "0.50, 0.5", "0E-5, 0", "100, 100"})
    void plainIsWithoutExponentAndNeedlessZeros(BigDecimal value, String written) {
        assertThat(Decimals.plain(value)).isEqualTo(written);
    }
}

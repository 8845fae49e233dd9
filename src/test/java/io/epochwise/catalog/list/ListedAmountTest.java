package io.epochwise.catalog.list;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ListedAmountTest {
    private static final int USD_PER_TOKEN = 6;
    private static final int CENTS_PER_TOKEN = 4;

    @ParameterizedTest(name = "{0} per token is {1} for 1,000,000")
    @CsvSource({
        "2.5e-06, 2.5",
        "2.5E-6, 2.5",
        "0.0000025, 2.5",
        "375e-8, 3.75",
        "1e-05, 10",
        "5.46875e-07, 0.546875",
        "0, 0",
        "0.0, 0",
        "0e999, 0",
        "-1e-07, -0.1"
    })
    void aPricePerTokenIsScaledExactly(String text, String amount) {
        assertThat(ListedAmount.parse(text, USD_PER_TOKEN)).isEqualTo(new ListedAmount(new BigDecimal(amount), null));
    }

    @ParameterizedTest(name = "{0} per token is {1} for 1,000,000")
    @CsvSource({
        "1.4999999999999998e-07, 0.15",
        "6.000000000000001e-07, 0.6",
        "2.0833333333333334e-06, 2.083333333",
        "0.00000299999997, 2.99999997"
    })
    void whatArithmeticLeftIsRoundedToTenDigits(String text, String amount) {
        assertThat(ListedAmount.parse(text, USD_PER_TOKEN).value()).isEqualTo(new BigDecimal(amount));
        assertThat(ListedAmount.parse(text, USD_PER_TOKEN).note())
                .isEqualTo(text.equals("0.00000299999997") ? null : "the list has " + text + ", rounded to 10 digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "NaN",
                "Infinity",
                "-Infinity",
                "1e999999",
                "1e-999999",
                "1e99999999999999999999",
                "0x10",
                "1_000",
                "1,5",
                ".5",
                "5.",
                "+1",
                "0.00000000000000000000000000000000000000000000000000000000000000001"
            })
    void whatIsNoPriceInAnyUnitIsRefused(String text) {
        assertThatThrownBy(() -> ListedAmount.parse(text, USD_PER_TOKEN)).isInstanceOf(NumberFormatException.class);
    }

    /** Lists are written by programs that divide in binary floating point, in one way or another. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aVendorsPriceSurvivesBinaryFloatingPoint(long seed) {
        Random random = new Random(seed);
        int artifacts = 0;
        for (int i = 0; i < 20_000; i++) {
            BigDecimal vendors = price(random);
            double dollars = vendors.doubleValue();
            double perToken =
                    switch (random.nextInt(3)) {
                        case 0 -> dollars / 1_000_000;
                        case 1 -> dollars * 1e-6;
                        default -> dollars / 1000 / 1000;
                    };
            ListedAmount perTokenAmount = ListedAmount.parse(python(perToken), USD_PER_TOKEN);
            assertThat(perTokenAmount.value())
                    .as("%s as %s", vendors, python(perToken))
                    .isEqualByComparingTo(vendors);
            assertThat(ListedAmount.parse(python(perToken * 100), CENTS_PER_TOKEN)
                            .value())
                    .isEqualByComparingTo(vendors);
            artifacts += perTokenAmount.note() == null ? 0 : 1;
        }
        assertThat(artifacts).isPositive();
    }

    /** Up to ten significant digits, from a millionth to ten thousand. */
    private static BigDecimal price(Random random) {
        int digits = 1 + random.nextInt(ListedAmount.DIGITS);
        long unscaled = 1 + (long) (random.nextDouble() * (Math.pow(10, digits) - 1));
        BigDecimal price = BigDecimal.valueOf(unscaled, digits - random.nextInt(4));
        return price.signum() == 0 ? BigDecimal.ONE : price;
    }

    /** As Python writes a float: an exponent of two digits below 0.0001. */
    private static String python(double value) {
        String java = Double.toString(value);
        int e = java.indexOf('E');
        if (e < 0) {
            return java;
        }
        int exponent = Integer.parseInt(java.substring(e + 1));
        String mantissa = java.substring(0, e).replaceAll("\\.0$", "");
        return exponent == -4
                ? new BigDecimal(java).toPlainString()
                : mantissa + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}

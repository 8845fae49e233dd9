package io.epochwise.dataset;

import io.epochwise.catalog.BuiltInCatalogTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The cookbook's rule for epochs (OA-CB-PREP). */
class DefaultEpochsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 25",
        "4, 25",
        "5, 20",
        "9, 11",
        "10, 10",
        "33, 3",
        "34, 3",
        "100, 3",
        "8333, 3",
        "8334, 2",
        "12500, 2",
        "12501, 1",
        "25000, 1",
        "25001, 1",
        "100000, 1"
    })
    void followsTheTable(long examples, int epochs) {
        assertThat(DefaultEpochs.of(examples)).isEqualTo(epochs);
    }

    @Test
    void equalsTheNotebook() {
        for (long n = 1; n < 60_000; n++) {
            long epochs = 3;
            if (n * 3 < 100) {
                epochs = Math.min(25, 100 / n);
            } else if (n * 3 > 25_000) {
                epochs = Math.max(1, 25_000 / n);
            }
            assertThat(DefaultEpochs.of(n)).as("%d examples", n).isEqualTo((int) epochs);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE / 3, Long.MAX_VALUE / 3 + 1, Long.MAX_VALUE / 2 + 1})
    void isOneForAnyGreatNumber(long examples) {
        assertThat(DefaultEpochs.of(examples)).isOne();
    }

    @Test
    void isTheTargetWithoutExamples() {
        assertThat(DefaultEpochs.of(0)).isEqualTo(3);
    }

    @Test
    void refusesNegativeExamples() {
        assertThatIllegalArgumentException().isThrownBy(() -> DefaultEpochs.of(-1));
    }

    /** The rule says 25 for 3 examples and 3 for 100; Nova takes 1 to 5 and names 2 itself (B-HP). */
    @ParameterizedTest
    @CsvSource({
        "openai/gpt-4o-2024-08-06, 3, 25",
        "openai/gpt-4o-2024-08-06, 100, 3",
        "aws/amazon.nova-lite-v1:0, 3, 2",
        "aws/amazon.nova-lite-v1:0, 100, 2",
        "google/gemini-3.5-flash, 3, 25"
    })
    void theProvidersOwnNumberAndLimitGoBeforeTheRule(String offering, long examples, int epochs) {
        assertThat(DefaultEpochs.of(
                        BuiltInCatalogTest.builtIn().require(offering), null, LocalDate.of(2026, 11, 23), examples))
                .isEqualTo(epochs);
    }
}

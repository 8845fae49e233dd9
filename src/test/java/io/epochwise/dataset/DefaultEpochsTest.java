package io.epochwise.dataset;

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
}

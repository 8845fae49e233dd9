package io.epochwise.dataset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DefaultEpochsTest {
    @ParameterizedTest(name = "{0} examples: {1} epochs")
    @CsvSource({
        "0, 25",
        "1, 25",
        "4, 25",
        "5, 20",
        "10, 10",
        "33, 3",
        "34, 3",
        "500, 3",
        "8333, 3",
        "8334, 2",
        "12500, 2",
        "12501, 1",
        "25001, 1",
        "9223372036854775807, 1"
    })
    void followTheCookbook(long examples, int epochs) {
        assertThat(DefaultEpochs.of(examples)).isEqualTo(epochs);
    }

    @Test
    void refuseNegativeExamples() {
        assertThatIllegalArgumentException().isThrownBy(() -> DefaultEpochs.of(-1));
    }
}

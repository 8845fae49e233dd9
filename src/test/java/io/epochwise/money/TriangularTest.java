package io.epochwise.money;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TriangularTest {
    /** By the inverse of the distribution function: low + sqrt(p w (m - l)) below the mode, high - sqrt((1 - p) w (h - m)) above. */
    @ParameterizedTest
    @CsvSource({
        "0, 5, 10, 0, 0",
        "0, 5, 10, 0.02, 1",
        "0, 5, 10, 0.5, 5",
        "0, 5, 10, 0.98, 9",
        "0, 5, 10, 1, 10",
        "0, 0, 1, 0.75, 0.5",
        "0, 1, 1, 0.25, 0.5",
        "-4, 1, 6, 0.5, 1",
        "7, 7, 7, 0.3, 7"
    })
    void theValueThatIsNotExceeded(String low, String mode, String high, double probability, String value) {
        Range range = new Range(new BigDecimal(low), new BigDecimal(mode), new BigDecimal(high));
        assertThat(Triangular.quantile(range, probability)).isEqualByComparingTo(value);
    }

    /** The part of the triangle's area to the left of what is drawn is the probability it was drawn with. */
    @Test
    void theAreaToTheLeftIsTheProbability() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            double[] sides = random.doubles(3, -1e6, 1e6).sorted().toArray();
            Range range =
                    new Range(BigDecimal.valueOf(sides[0]), BigDecimal.valueOf(sides[1]), BigDecimal.valueOf(sides[2]));
            double probability = random.nextDouble();
            double value = Triangular.quantile(range, probability).doubleValue();
            double width = sides[2] - sides[0];
            double area = value <= sides[1]
                    ? (value - sides[0]) * (value - sides[0]) / (width * (sides[1] - sides[0]))
                    : 1 - (sides[2] - value) * (sides[2] - value) / (width * (sides[2] - sides[1]));
            assertThat(area).isCloseTo(probability, within(1e-3));
            assertThat(value).isBetween(sides[0], sides[2]);
        }
    }
}

package io.epochwise.decision;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class NormalQuantileTest {
    /** Python 3, statistics.NormalDist().inv_cdf; 1e-10 and 0.975 also as AS 241 and every table print them. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "0.5, 0",
        "0.8, 0.8416212335729144",
        "0.9, 1.2815515655446008",
        "0.925, 1.439531470938456",
        "0.0749, -1.4402382675279632",
        "0.95, 1.6448536269514715",
        "0.975, 1.9599639845400536",
        "0.99, 2.3263478740408408",
        "0.995, 2.5758293035489",
        "0.9995, 3.2905267314919255",
        "1e-10, -6.361340902404056",
        "1e-300, -37.0470962993612"
    })
    void isThatOfTheTables(double probability, double quantile) {
        assertThat(NormalQuantile.of(probability)).isCloseTo(quantile, within(1e-12));
    }

    /** The density is integrated by Simpson's rule from 0 to the quantile, which must give the probability back. */
    @Test
    void isTheInverseOfTheIntegralOfTheDensity() {
        DoubleStream.iterate(0.5005, p -> p < 0.99999, p -> p + (1 - p) / 40).forEach(probability -> {
            double quantile = NormalQuantile.of(probability);
            int steps = 2000;
            double width = quantile / steps;
            double sum = 0;
            for (int i = 0; i <= steps; i++) {
                double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
                sum += weight * Math.exp(-(i * width) * (i * width) / 2);
            }
            double integral = 0.5 + sum * width / 3 / Math.sqrt(2 * Math.PI);
            assertThat(integral).isCloseTo(probability, within(1e-11));
            assertThat(NormalQuantile.of(1 - probability)).isCloseTo(-quantile, within(1e-9));
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
    void onlyProbabilitiesBetween0And1HaveOne(double probability) {
        assertThatThrownBy(() -> NormalQuantile.of(probability)).isInstanceOf(IllegalArgumentException.class);
    }
}

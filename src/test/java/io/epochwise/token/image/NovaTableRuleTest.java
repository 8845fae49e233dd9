package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NovaTableRuleTest implements ImageRuleContract {
    private static ImageRule rule(int tolerancePercent) {
        return ImageRuleContract.rule("nova-table", Map.of("tolerancePercent", tolerancePercent));
    }

    @Override
    public String id() {
        return "nova-table";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("tolerancePercent", 20);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/nova-table.csv", useHeadersInDisplayName = true)
    void countsAsTabulatedAndInterpolated(int width, int height, long low, long tokens, long high, String source) {
        assertThat(counted(rule(20), width, height)).isEqualTo(new TokenRange(low, tokens, high));
    }

    @ParameterizedTest
    @CsvSource({"0, 800, 800, 800", "100, 0, 800, 1600", "1, 792, 800, 808"})
    void spreadsByTheTolerance(int tolerancePercent, long low, long tokens, long high) {
        assertThat(counted(rule(tolerancePercent), 900, 450)).isEqualTo(new TokenRange(low, tokens, high));
    }

    @Test
    void boundsAreThoseOfTheSmallestAndTheLargestImage() {
        assertThat(rule(20).bounds(Detail.AUTO)).isEqualTo(new TokenRange(161, 818_400_202, 1_636_800_243));
    }

    @Test
    void rejectsAToleranceAboveTheWhole() {
        assertThatThrownBy(() -> rule(101))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter tolerancePercent must be from 0 to 100: 101");
    }
}

package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FixedSquareRuleTest implements ImageRuleContract {
    private static ImageRule rule(int side, int patch, Integer extraTokens) {
        Map<String, Object> parameters = new HashMap<>(Map.of("side", side, "patch", patch));
        if (extraTokens != null) {
            parameters.put("extraTokens", extraTokens);
        }
        return ImageRuleContract.rule("fixed-square", parameters);
    }

    @Override
    public String id() {
        return "fixed-square";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("side", 224, "patch", 32, "extraTokens", 1);
    }

    @Override
    public Set<String> optional() {
        return Set.of("extraTokens");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/fixed-square.csv", useHeadersInDisplayName = true)
    void countsTheSameForEveryImage(
            String model, int side, int patch, Integer extraTokens, int width, int height, long tokens, String source) {
        ImageRule rule = rule(side, patch, extraTokens);
        assertThat(counted(rule, width, height)).isEqualTo(TokenRange.exactly(tokens));
        assertThat(rule.bounds(Detail.AUTO)).isEqualTo(TokenRange.exactly(tokens));
    }

    @Test
    void countsTheLargestSquareWithoutOverflow() {
        assertThat(counted(rule(1_000_000, 1, 1_000_000), 1, 1)).isEqualTo(TokenRange.exactly(1_000_001_000_000L));
    }

    @Test
    void rejectsASideThatIsNoMultipleOfThePatch() {
        assertThatThrownBy(() -> rule(225, 14, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter side must be a multiple of patch: 225, 14");
    }
}

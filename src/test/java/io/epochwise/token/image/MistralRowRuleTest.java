package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import io.epochwise.token.image.ImageTokens.Counted;
import io.epochwise.token.image.ImageTokens.Rejected;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MistralRowRuleTest implements ImageRuleContract {
    private static ImageRule rule(int maxEdge, int patch, int merge, String rounding) {
        return ImageRuleContract.rule(
                "mistral-rows", Map.of("maxEdge", maxEdge, "patch", patch, "merge", merge, "rounding", rounding));
    }

    @Override
    public String id() {
        return "mistral-rows";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("maxEdge", 1540, "patch", 14, "merge", 2, "rounding", "half-even");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/mistral-rows.csv", useHeadersInDisplayName = true)
    void countsAsTheImplementationsDo(
            String model,
            int maxEdge,
            int patch,
            int merge,
            String rounding,
            int width,
            int height,
            Long low,
            Long tokens,
            Long high,
            String source) {
        assertThat(rule(maxEdge, patch, merge, rounding).tokens(width, height, Detail.AUTO))
                .isEqualTo(
                        tokens == null
                                ? new Rejected("the image is too narrow: scaled down to " + maxEdge
                                        + " pixels, its shorter side has none left")
                                : new Counted(new TokenRange(low, tokens, high)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void spansBothRoundingsWhicheverIsChosen(long seed) {
        Random random = new Random(seed);
        ImageRule halfEven = rule(1024, 16, 1, "half-even");
        ImageRule floor = rule(1024, 16, 1, "floor");
        for (int i = 0; i < 20_000; i++) {
            int width = ImageRuleContract.side(random);
            int height = ImageRuleContract.side(random);
            TokenRange even = counted(halfEven, width, height);
            if (floor.tokens(width, height, Detail.AUTO) instanceof Counted floored) {
                TokenRange down = floored.tokens();
                assertThat(down.low()).as("%d x %d", width, height).isEqualTo(even.low());
                assertThat(down.high()).as("%d x %d", width, height).isEqualTo(even.high());
                assertThat(down.expected()).as("%d x %d", width, height).isLessThanOrEqualTo(even.expected());
            } else {
                assertThat(even).as("%d x %d", width, height).isEqualTo(TokenRange.exactly(even.expected()));
            }
        }
    }

    @Test
    void differsWhereAColumnDependsOnTheRounding() {
        // Divided by 2049 / 1024 the height is 992.52: 993 pixels in 63 rows, or 992 pixels in 62.
        assertThat(counted(rule(1024, 16, 1, "half-even"), 2049, 1986))
                .isEqualTo(new TokenRange(65 * 62, 65 * 63, 65 * 63));
        assertThat(counted(rule(1024, 16, 1, "floor"), 2049, 1986))
                .isEqualTo(new TokenRange(65 * 62, 65 * 62, 65 * 63));
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 16, 1, half-even",
        "1540, 14, 2, floor",
        "10, 3, 1, floor",
        "11, 1, 1, half-even",
        "1000000, 1, 1, floor",
        "1, 1000000, 1000000, half-even"
    })
    void boundsAreTheLeastAndTheMostAnImageCounts(int maxEdge, int patch, int merge, String rounding) {
        ImageRule rule = rule(maxEdge, patch, merge, rounding);
        ImageRuleContract.assertBoundsAreThoseOf(rule, new int[] {1, 1}, new int[] {maxEdge, maxEdge});
        for (int[] size : ImageRuleContract.allSizesUpTo(60)) {
            ImageRuleContract.assertWithinBounds(rule, size[0], size[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"half-up", "HALF_EVEN", "Floor"})
    void namesTheRoundingsWhereThereIsNoneOfThatName(String rounding) {
        Map<String, Object> parameters = new HashMap<>(parameters());
        parameters.put("rounding", rounding);
        assertThatThrownBy(() -> ImageRuleContract.rule(id(), parameters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter rounding must be one of [half-even, floor]: " + rounding);
    }
}

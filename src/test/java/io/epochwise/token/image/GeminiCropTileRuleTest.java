package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GeminiCropTileRuleTest implements ImageRuleContract {
    private static final ImageRule GEMINI_1_5 = rule(384, 256, 768, 3072);

    private static ImageRule rule(int smallSide, int minUnit, int maxUnit, int maxSide) {
        return ImageRuleContract.rule(
                "gemini-crop-tiles",
                Map.of(
                        "tokensPerTile", 258,
                        "smallSide", smallSide,
                        "minUnit", minUnit,
                        "maxUnit", maxUnit,
                        "maxSide", maxSide));
    }

    @Override
    public String id() {
        return "gemini-crop-tiles";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("tokensPerTile", 258, "smallSide", 384, "minUnit", 256, "maxUnit", 768, "maxSide", 3072);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/gemini-crop-tiles.csv", useHeadersInDisplayName = true)
    void countsAsDocumented(int width, int height, long low, long tokens, long high, String source) {
        assertThat(counted(GEMINI_1_5, width, height)).isEqualTo(new TokenRange(low, tokens, high));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void doesNotDependOnOrientation(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            int width = ImageRuleContract.side(random);
            int height = ImageRuleContract.side(random);
            assertThat(counted(GEMINI_1_5, width, height)).isEqualTo(counted(GEMINI_1_5, height, width));
        }
    }

    @Test
    void boundsAreTheLeastAndTheMostAnImageCounts() {
        // Strips of 256-pixel units are two tiles wide; the largest square of 768-pixel units is 1,303 x 1,303 tiles.
        assertThat(GEMINI_1_5.bounds(Detail.AUTO)).isEqualTo(new TokenRange(258, 219_017_490, 438_034_722));
        // 1,000 units along the strip, two across; the largest square is 2 x 2.
        assertThat(rule(384, 1_000, 999_999, 1_000_000).bounds(Detail.AUTO).high())
                .isEqualTo(258 * 1_000 * 2);
    }

    /** The most tiles are those of an image as long as may be, so all widths are tried with that length. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void boundsEqualASearchOverAllWidths(long seed) {
        Random random = new Random(seed);
        int smallSide = ImageRuleContract.side(random);
        int minUnit = ImageRuleContract.side(random);
        int maxUnit = Math.min(ImageRule.MAX_SIDE, minUnit + random.nextInt(ImageRuleContract.side(random)));
        int maxSide = ImageRuleContract.side(random);
        ImageRule rule = rule(smallSide, minUnit, maxUnit, maxSide);
        long most = 0;
        for (int width = 1; width <= ImageRule.MAX_SIDE; width++) {
            most = Math.max(most, counted(rule, width, ImageRule.MAX_SIDE).high());
        }
        assertThat(rule.bounds(Detail.AUTO))
                .as("smallSide %d, minUnit %d, maxUnit %d, maxSide %d", smallSide, minUnit, maxUnit, maxSide)
                .isEqualTo(new TokenRange(258, (258 + most) / 2, most));
        for (int i = 0; i < 5_000; i++) {
            ImageRuleContract.assertWithinBounds(rule, ImageRuleContract.side(random), ImageRuleContract.side(random));
        }
    }

    @Test
    void rejectsAUnitThatIsAtLeastMoreThanAtMost() {
        Map<String, Object> parameters = new HashMap<>(parameters());
        parameters.put("minUnit", 769);
        assertThatThrownBy(() -> ImageRuleContract.rule(id(), parameters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter minUnit must be at most maxUnit: 769");
    }
}

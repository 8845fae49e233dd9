package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;

class ClaudeAreaRuleTest implements ImageRuleContract {
    private static final ImageRule CLAUDE_3 = rule(750, 1568, 1600);

    private static ImageRule rule(int pixelsPerToken, int maxEdge, int maxTokens) {
        return ImageRuleContract.rule(
                "claude-area-750",
                Map.of("pixelsPerToken", pixelsPerToken, "maxEdge", maxEdge, "maxTokens", maxTokens));
    }

    @Override
    public String id() {
        return "claude-area-750";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("pixelsPerToken", 750, "maxEdge", 1568, "maxTokens", 1600);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/claude-area-750.csv", useHeadersInDisplayName = true)
    void countsAsDocumented(int width, int height, long low, long tokens, long high, String source) {
        assertThat(counted(CLAUDE_3, width, height)).isEqualTo(new TokenRange(low, tokens, high));
    }

    /** The area of the image as the current rule would scale it: same limits of size, now stated exactly. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void coversTheAreaOfTheImageScaledAsTodayInTheStandardTier(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long longer = 1 + random.nextInt(i % 2 == 0 ? 2_000 : 10_000);
            long shorter = 1 + random.nextInt((int) longer);
            double aspect = (double) longer / shorter;
            long width = longer;
            long height = shorter;
            while (width > 1568 || squares(width) * squares(height) > 1568) {
                width--;
                height = Math.max(1, (long) Math.rint(width / aspect));
            }
            TokenRange tokens = counted(CLAUDE_3, (int) longer, (int) shorter);
            assertThat(Math.ceil(width * height / 750.0))
                    .as("%d x %d", longer, shorter)
                    .isBetween((double) tokens.low(), (double) tokens.high());
        }
    }

    private static long squares(long side) {
        return (side + 27) / 28;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void doesNotDependOnOrientation(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            int width = ImageRuleContract.side(random);
            int height = ImageRuleContract.side(random);
            assertThat(counted(CLAUDE_3, width, height)).isEqualTo(counted(CLAUDE_3, height, width));
        }
    }

    @ParameterizedTest
    @CsvSource({"750, 1568, 1600", "750, 900, 1600", "7, 30, 1000", "7, 30, 100", "1, 1, 1", "1000000, 1000000, 39"})
    void boundsAreTheLeastAndTheMostAnImageCounts(int pixelsPerToken, int maxEdge, int maxTokens) {
        ImageRuleContract.assertBoundsAreThoseOf(
                rule(pixelsPerToken, maxEdge, maxTokens), new int[] {1, 1}, new int[] {maxEdge, maxEdge});
    }
}

package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
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

class ClaudePatchRuleTest implements ImageRuleContract {
    private static ImageRule rule(int patch, int maxEdge, int maxTokens) {
        return ImageRuleContract.rule(
                "claude-patch-28", Map.of("patch", patch, "maxEdge", maxEdge, "maxTokens", maxTokens));
    }

    @Override
    public String id() {
        return "claude-patch-28";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("patch", 28, "maxEdge", 2576, "maxTokens", 4784);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/claude-patch-28.csv", useHeadersInDisplayName = true)
    void countsAsDocumented(
            String tier, int maxEdge, int maxTokens, int width, int height, long tokens, String source) {
        assertThat(counted(rule(28, maxEdge, maxTokens), width, height)).isEqualTo(TokenRange.exactly(tokens));
    }

    /** The largest size that fits, looked for one pixel of the longer side at a time. */
    private static long slowly(int width, int height, int patch, int maxEdge, int maxTokens) {
        long longer = Math.max(width, height);
        long shorter = Math.min(width, height);
        double aspect = (double) longer / shorter;
        while (patches(longer, patch) * patch > maxEdge
                || patches(longer, patch) * patches(shorter, patch) > maxTokens) {
            longer--;
            shorter = Math.max(1, (long) Math.rint(longer / aspect));
        }
        return patches(longer, patch) * patches(shorter, patch);
    }

    private static long patches(long side, int patch) {
        return (long) Math.ceil((double) side / patch);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void findsTheLargestSizeThatFits(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            int patch = 1 + random.nextInt(30);
            int maxEdge = patch + random.nextInt(2000);
            int maxTokens = 1 + random.nextInt(5000);
            int width = 1 + random.nextInt(4000);
            int height = i % 4 == 0 ? width : 1 + random.nextInt(4000);
            assertThat(counted(rule(patch, maxEdge, maxTokens), width, height).expected())
                    .as("%d x %d, patch %d, maxEdge %d, maxTokens %d", width, height, patch, maxEdge, maxTokens)
                    .isEqualTo(slowly(width, height, patch, maxEdge, maxTokens));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void doesNotDependOnOrientation(long seed) {
        Random random = new Random(seed);
        ImageRule rule = rule(28, 1568, 1568);
        for (int i = 0; i < 20_000; i++) {
            int width = ImageRuleContract.side(random);
            int height = ImageRuleContract.side(random);
            assertThat(rule.tokens(width, height, Detail.AUTO)).isEqualTo(rule.tokens(height, width, Detail.AUTO));
        }
    }

    @ParameterizedTest
    @CsvSource({"28, 1568, 1568", "28, 2576, 4784", "3, 40, 20", "3, 41, 23", "5, 5, 9", "1, 30, 1000000"})
    void boundsAreTheLeastAndTheMostAnImageCounts(int patch, int maxEdge, int maxTokens) {
        int[][] sizes = ImageRuleContract.allSizesUpTo(maxEdge / patch);
        for (int[] size : sizes) {
            size[0] = (size[0] - 1) * patch + 1;
            size[1] = (size[1] - 1) * patch + 1;
        }
        ImageRuleContract.assertBoundsAreThoseOf(rule(patch, maxEdge, maxTokens), sizes);
    }

    @Test
    void rejectsAnEdgeOnWhichNoPatchFits() {
        assertThatThrownBy(() -> rule(28, 27, 1568))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter maxEdge must be at least one patch of 28");
    }
}

package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;

class LlavaNextRuleTest implements ImageRuleContract {
    private static final ImageRule HEIGHT_FIRST =
            GoldenRow.rule(LlavaNextRule.ID, "tile=336 grid=24 baseTokens=576 order=height-first");
    private static final ImageRule WIDTH_FIRST =
            GoldenRow.rule(LlavaNextRule.ID, "tile=336 grid=24 baseTokens=576 order=width-first");

    @Override
    public String id() {
        return LlavaNextRule.ID;
    }

    @Override
    public Map<String, Object> parameters() {
        return GoldenRow.parameters("tile=336 grid=24 baseTokens=576 order=height-first");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/llava-next.csv", useHeadersInDisplayName = true)
    void countsAsTheModelDoes(ArgumentsAccessor row) {
        GoldenRow.verify(LlavaNextRule.ID, row);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void coversBothReadingsWhicheverIsFollowed(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            int width = 1 + random.nextInt(1 << (1 + random.nextInt(19)));
            int height = 1 + random.nextInt(1 << (1 + random.nextInt(19)));
            TokenRange followed = counted(HEIGHT_FIRST, width, height);
            TokenRange original = counted(WIDTH_FIRST, width, height);
            long low = Math.min(followed.expected(), original.expected());
            long high = Math.max(followed.expected(), original.expected());
            assertThat(followed).as("%d x %d", width, height).isEqualTo(new TokenRange(low, followed.expected(), high));
            assertThat(original).as("%d x %d", width, height).isEqualTo(new TokenRange(low, original.expected(), high));
        }
    }

    /** Measured: 0.6% of sizes from 20 to 4000, 95% where both sides are below a tile. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theReadingsDifferForSmallImages(long seed) {
        assertThat(shareOfDifference(new Random(seed), 4_000, 20_000)).isBetween(0.004, 0.008);
        assertThat(shareOfDifference(new Random(seed), 335, 5_000)).isBetween(0.93, 0.97);
    }

    private static double shareOfDifference(Random random, int longest, int samples) {
        int different = 0;
        for (int i = 0; i < samples; i++) {
            int width = 20 + random.nextInt(longest - 19);
            int height = 20 + random.nextInt(longest - 19);
            TokenRange tokens = counted(HEIGHT_FIRST, width, height);
            different += tokens.low() < tokens.high() ? 1 : 0;
        }
        return (double) different / samples;
    }

    @Test
    void oneReadingCanCountTwiceTheOther() {
        assertThat(counted(HEIGHT_FIRST, 36, 16)).isEqualTo(new TokenRange(826, 1654, 1654));
        assertThat(counted(WIDTH_FIRST, 36, 16)).isEqualTo(new TokenRange(826, 826, 1654));
    }
}

package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import io.epochwise.token.image.ImageTokens.Rejected;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;

class QwenVlRuleTest implements ImageRuleContract {
    private static final ImageRule QWEN2_5 = GoldenRow.rule(QwenVlRule.ID, "unit=28 minPixels=3136 maxPixels=12845056");
    private static final ImageRule QWEN3 = GoldenRow.rule(QwenVlRule.ID, "unit=32 minPixels=65536 maxPixels=16777216");

    @Override
    public String id() {
        return QwenVlRule.ID;
    }

    @Override
    public Map<String, Object> parameters() {
        return GoldenRow.parameters("unit=28 minPixels=3136 maxPixels=12845056");
    }

    @Override
    public Set<String> rangedOtherwise() {
        return Set.of("minPixels", "maxPixels");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/qwen-vl.csv", useHeadersInDisplayName = true)
    void countsAsTheModelDoes(ArgumentsAccessor row) {
        GoldenRow.verify(QwenVlRule.ID, row);
    }

    @Test
    void roundsHalvesToTheEvenNeighbor() {
        // 720 / 32 = 22.5
        assertThat(counted(QWEN3, 1280, 720).expected()).isEqualTo(40 * 22);
        assertThat(counted(QWEN3, 720, 1280).expected()).isEqualTo(40 * 22);
    }

    @ParameterizedTest
    @CsvSource({"201, 1", "1, 201", "1000000, 4999"})
    void rejectsAnImageOfMoreThan200To1(int width, int height) {
        assertThat(QWEN2_5.tokens(width, height, Detail.AUTO))
                .isEqualTo(new Rejected("the longer side is more than 200 times the shorter"));
    }

    @ParameterizedTest
    @CsvSource({"200, 1", "1, 200", "1000000, 5000"})
    void takesAnImageOfExactly200To1(int width, int height) {
        assertThat(counted(QWEN2_5, width, height).expected()).isPositive();
    }

    @Test
    void theRangeOfPixelsIsALeverOfTwelvefoldCost() {
        ImageRule cheap = GoldenRow.rule(QwenVlRule.ID, "unit=28 minPixels=200704 maxPixels=1003520");
        double costly = counted(QWEN2_5, 4032, 3024).expected();
        assertThat(costly / counted(cheap, 4032, 3024).expected()).isBetween(12.6, 12.7);
    }

    /** None of 50,000 sizes from 15 to 4000, where no side can round to 0. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void bothImplementationsAgreeWhereNoSideRoundsToZero(long seed) {
        Random random = new Random(seed);
        int samples = 0;
        while (samples < 50_000) {
            int width = 15 + random.nextInt(3_986);
            int height = 15 + random.nextInt(3_986);
            if (Math.max(width, height) <= 200 * Math.min(width, height)) {
                TokenRange tokens = counted(QWEN2_5, width, height);
                assertThat(tokens)
                        .as("%d x %d", width, height)
                        .isEqualTo(new TokenRange(tokens.expected(), tokens.expected(), tokens.expected() + 2));
                samples++;
            }
        }
    }

    @Test
    void coversTheOtherImplementationWhereASideRoundsToZero() {
        // A strip of one unit: enlarged from no area by the one, left as 100 units by the other.
        assertThat(counted(QWEN2_5, 2800, 14)).isEqualTo(new TokenRange(29, 29, 102));
        // Below the least area in both, but of fewer units by the other.
        assertThat(counted(QWEN2_5, 200, 1)).isEqualTo(new TokenRange(7, 29, 31));
    }
}

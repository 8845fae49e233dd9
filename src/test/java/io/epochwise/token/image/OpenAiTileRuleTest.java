package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import io.epochwise.token.image.ImageTokens.Counted;
import io.epochwise.token.image.ImageTokens.Rejected;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpenAiTileRuleTest {
    private static final ImageRule GPT_4O = rule(85, 170, 2048, 768, 512);

    private static ImageRule rule(long base, long perTile, long maxSide, long shortSide, long tile) {
        return new OpenAiTileRule(new RuleParameters(parameters(base, perTile, maxSide, shortSide, tile)));
    }

    private static Map<String, Object> parameters(long base, long perTile, long maxSide, long shortSide, long tile) {
        return new HashMap<>(Map.of(
                "base", BigDecimal.valueOf(base),
                "perTile", BigDecimal.valueOf(perTile),
                "maxSide", BigDecimal.valueOf(maxSide),
                "shortSide", BigDecimal.valueOf(shortSide),
                "tile", BigDecimal.valueOf(tile)));
    }

    private static long figure(ImageRule rule, int width, int height) {
        return ((Counted) rule.tokens(width, height, Detail.HIGH)).tokens().expected();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/openai-tile-512.csv", useHeadersInDisplayName = true)
    void countsAsDocumented(
            String model, int base, int perTile, int width, int height, String detail, Long tokens, String source) {
        ImageTokens counted = rule(base, perTile, 2048, 768, 512)
                .tokens(width, height, Detail.parse(detail).orElseThrow());
        assertThat(counted)
                .isEqualTo(
                        tokens == null
                                ? new Rejected("detail original is not supported by this rule")
                                : new Counted(TokenRange.exactly(tokens)));
    }

    /** The steps of the documentation as they are written, tiles counted one by one. */
    private static long slowTiles(long width, long height, long maxSide, long shortSide, long tile) {
        long w = width;
        long h = height;
        if (w > maxSide || h > maxSide) {
            boolean wide = w >= h;
            long longer = wide ? w : h;
            long other = Math.max(1, floorOfQuotient((wide ? h : w) * maxSide, longer));
            w = wide ? maxSide : other;
            h = wide ? other : maxSide;
        }
        if (w > shortSide && h > shortSide) {
            boolean wide = w >= h;
            long other = floorOfQuotient((wide ? w : h) * shortSide, wide ? h : w);
            w = wide ? other : shortSide;
            h = wide ? shortSide : other;
        }
        long tiles = 0;
        for (long left = 0; left < w; left += tile) {
            for (long top = 0; top < h; top += tile) {
                tiles++;
            }
        }
        return tiles;
    }

    private static long floorOfQuotient(long dividend, long divisor) {
        return BigDecimal.valueOf(dividend)
                .divideToIntegralValue(BigDecimal.valueOf(divisor))
                .longValueExact();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalsASlowReference(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            int limit = i % 10 == 0 ? ImageRule.MAX_SIDE : 5_000;
            int width = 1 + random.nextInt(limit);
            int height = 1 + random.nextInt(limit);
            assertThat(figure(GPT_4O, width, height))
                    .as("%d x %d", width, height)
                    .isEqualTo(85 + 170 * slowTiles(width, height, 2048, 768, 512));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void doesNotDependOnOrientationAndStaysWithinItsBounds(long seed) {
        Random random = new Random(seed);
        TokenRange bounds = GPT_4O.bounds(Detail.HIGH);
        for (int i = 0; i < 20_000; i++) {
            int width = 1 + random.nextInt(1 << (1 + random.nextInt(19)));
            int height = 1 + random.nextInt(1 << (1 + random.nextInt(19)));
            long tokens = figure(GPT_4O, width, height);
            assertThat(tokens).as("%d x %d", width, height).isEqualTo(figure(GPT_4O, height, width));
            assertThat(tokens).as("%d x %d", width, height).isBetween(bounds.low(), bounds.high());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void neverCountsLessForALargerImageWhereNothingIsScaled(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            int width = 1 + random.nextInt(2047);
            int height = 1 + random.nextInt(767);
            assertThat(figure(GPT_4O, width + 1, height)).isGreaterThanOrEqualTo(figure(GPT_4O, width, height));
            assertThat(figure(GPT_4O, width, height + 1)).isGreaterThanOrEqualTo(figure(GPT_4O, width, height));
        }
    }

    @Test
    void boundsAreTheLeastAndTheMostAnImageCounts() {
        assertThat(GPT_4O.bounds(Detail.HIGH)).isEqualTo(new TokenRange(255, 850, 1445));
        assertThat(GPT_4O.bounds(Detail.AUTO)).isEqualTo(new TokenRange(255, 850, 1445));
        assertThat(GPT_4O.bounds(Detail.LOW)).isEqualTo(TokenRange.exactly(85));
        assertThat(figure(GPT_4O, 2048, 768)).isEqualTo(1445);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void boundsEqualASearchOverAllSizes(long seed) {
        Random random = new Random(seed);
        int maxSide = 1 + random.nextInt(40);
        int shortSide = 1 + random.nextInt(45);
        int tile = 1 + random.nextInt(12);
        ImageRule rule = rule(3, 7, maxSide, shortSide, tile);
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int width = 1; width <= 100; width++) {
            for (int height = 1; height <= 100; height++) {
                long tokens = figure(rule, width, height);
                least = Math.min(least, tokens);
                most = Math.max(most, tokens);
            }
        }
        assertThat(rule.bounds(Detail.HIGH))
                .as("maxSide %d, shortSide %d, tile %d", maxSide, shortSide, tile)
                .isEqualTo(new TokenRange(least, (least + most) / 2, most));
    }

    @Test
    void hasNoBoundsForADetailItRejects() {
        assertThat(GPT_4O.supports(Detail.ORIGINAL)).isFalse();
        assertThat(GPT_4O.supports(Detail.LOW)).isTrue();
        assertThatThrownBy(() -> GPT_4O.bounds(Detail.ORIGINAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("detail original is not supported by this rule");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1", "1000001, 1", "1, 1000001"})
    void rejectsSidesOutOfRangeEvenWhereTheyDoNotMatter(int width, int height) {
        assertThatThrownBy(() -> GPT_4O.tokens(width, height, Detail.LOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "perTile", "maxSide", "shortSide", "tile"})
    void requiresEveryParameter(String name) {
        Map<String, Object> parameters = parameters(85, 170, 2048, 768, 512);
        parameters.remove(name);
        assertThatThrownBy(() -> new OpenAiTileRule(new RuleParameters(parameters)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maxSide", "shortSide", "tile"})
    void rejectsALengthOfZero(String name) {
        Map<String, Object> parameters = parameters(85, 170, 2048, 768, 512);
        parameters.put(name, BigDecimal.ZERO);
        assertThatThrownBy(() -> new OpenAiTileRule(new RuleParameters(parameters)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter " + name + " must be at least 1");
    }

    @Test
    void rejectsAnUnknownParameter() {
        Map<String, Object> parameters = parameters(85, 170, 2048, 768, 512);
        parameters.put("maxside", BigDecimal.ONE);
        assertThatThrownBy(() -> new OpenAiTileRule(new RuleParameters(parameters)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown parameter maxside, known are [base, maxSide, perTile, shortSide, tile]");
    }
}

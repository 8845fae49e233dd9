package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;

class GeminiTileRuleTest implements ImageRuleContract {
    private static ImageRule rule(int smallSide, int tile) {
        return ImageRuleContract.rule(
                "gemini-tiles-768", Map.of("tokensPerTile", 258, "smallSide", smallSide, "tile", tile));
    }

    @Override
    public String id() {
        return "gemini-tiles-768";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("tokensPerTile", 258, "smallSide", 384, "tile", 768);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/gemini-tiles-768.csv", useHeadersInDisplayName = true)
    void countsAsDocumented(int width, int height, long tokens, String source) {
        assertThat(counted(rule(384, 768), width, height)).isEqualTo(TokenRange.exactly(tokens));
    }

    @Test
    void countsOneTileForASmallImageEvenIfTilesAreSmaller() {
        assertThat(counted(rule(384, 100), 384, 384)).isEqualTo(TokenRange.exactly(258));
        assertThat(counted(rule(384, 100), 385, 384)).isEqualTo(TokenRange.exactly(258 * 4 * 4));
    }

    @Test
    void boundsAreTheLeastAndTheMostAnImageCounts() {
        // The largest square is 1,303 x 1,303 tiles.
        assertThat(rule(384, 768).bounds(Detail.AUTO)).isEqualTo(new TokenRange(258, 219_017_490, 438_034_722));
        assertThat(rule(1_000_000, 768).bounds(Detail.AUTO)).isEqualTo(TokenRange.exactly(258));
    }
}

package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;

class LlamaGridRuleTest implements ImageRuleContract {
    private static ImageRule rule(int secondTileFrom) {
        return ImageRuleContract.rule(
                "llama-grid-560", Map.of("tokensPerTile", 1601, "secondTileFrom", secondTileFrom));
    }

    @Override
    public String id() {
        return "llama-grid-560";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("tokensPerTile", 1601, "secondTileFrom", 1120);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/llama-grid-560.csv", useHeadersInDisplayName = true)
    void countsAsTheHostDocuments(String host, int secondTileFrom, int width, int height, long tokens, String source) {
        assertThat(counted(rule(secondTileFrom), width, height)).isEqualTo(TokenRange.exactly(tokens));
    }

    @ParameterizedTest
    @CsvSource({"1120, 1601, 4002, 6404", "560, 1601, 4002, 6404", "1000000, 1601, 4002, 6404", "1, 6404, 6404, 6404"})
    void boundsAreTheLeastAndTheMostAnImageCounts(int secondTileFrom, long low, long expected, long high) {
        assertThat(rule(secondTileFrom).bounds(Detail.AUTO)).isEqualTo(new TokenRange(low, expected, high));
    }
}

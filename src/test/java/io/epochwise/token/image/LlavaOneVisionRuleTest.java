package io.epochwise.token.image;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;

class LlavaOneVisionRuleTest implements ImageRuleContract {
    @Override
    public String id() {
        return LlavaOneVisionRule.ID;
    }

    @Override
    public Map<String, Object> parameters() {
        return GoldenRow.parameters("tile=384 grid=27 baseTokens=729 maxTiles=9 imagesInMessage=1");
    }

    @Override
    public Set<String> optional() {
        return Set.of("imagesInMessage");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/llava-onevision.csv", useHeadersInDisplayName = true)
    void countsAsTheModelDoes(ArgumentsAccessor row) {
        GoldenRow.verify(LlavaOneVisionRule.ID, row);
    }

    /** The quotient is 81 after rounding, but just under 81 before. */
    @Test
    void roundsTheExactQuotientDown() {
        double ratio = Math.sqrt(135.0 * 135 / 6561);
        assertThat(ratio).isEqualTo(1.6666666666666667);
        assertThat(Math.floor(135 / ratio)).isEqualTo(81);
        assertThat(LlavaOneVisionRule.floorQuotient(135, ratio)).isEqualTo(80);
        // 5 x 5 tiles: 80 rows of 80 and a newline, and the base image.
        ImageRule rule = GoldenRow.rule(LlavaOneVisionRule.ID, "tile=384 grid=27 baseTokens=729 maxTiles=9");
        assertThat(counted(rule, 1920, 1920).expected()).isEqualTo(80 * 81 + 729);
    }

    /** About 50 grids, most of them square; counted with Python's own operator there are 49 and 37. */
    @Test
    void theRoundedQuotientIsWrongForFewGrids() {
        int wrong = 0;
        int wrongSquares = 0;
        for (int rows = 1; rows <= 162; rows++) {
            for (int columns = 1; columns <= 162; columns++) {
                double ratio = Math.sqrt((double) (rows * columns) / 6561);
                if (ratio > 1.1 && (isWrong(rows, ratio) || isWrong(columns, ratio))) {
                    wrong++;
                    wrongSquares += rows == columns ? 1 : 0;
                }
            }
        }
        assertThat(wrong).isEqualTo(49);
        assertThat(wrongSquares).isEqualTo(37);
    }

    private static boolean isWrong(int length, double ratio) {
        return LlavaOneVisionRule.floorQuotient(length, ratio) != (long) Math.floor(length / ratio);
    }
}

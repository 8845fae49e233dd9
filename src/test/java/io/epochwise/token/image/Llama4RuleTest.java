package io.epochwise.token.image;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;

class Llama4RuleTest implements ImageRuleContract {
    @Override
    public String id() {
        return Llama4Rule.ID;
    }

    @Override
    public Map<String, Object> parameters() {
        return GoldenRow.parameters("tile=336 maxTiles=16 tokensPerTile=144");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/llama-4.csv", useHeadersInDisplayName = true)
    void countsAsTheModelDoes(ArgumentsAccessor row) {
        GoldenRow.verify(Llama4Rule.ID, row);
    }

    /** 640 x 480 takes 2 x 2 tiles: two rows of two tiles and a separator between, each row closed by another. */
    @Test
    void separatesTilesAndRows() {
        ImageRule rule = GoldenRow.rule(Llama4Rule.ID, "tile=336 maxTiles=16 tokensPerTile=144");
        assertThat(counted(rule, 640, 480).expected()).isEqualTo(2 * (144 * 2 + 1) + 2 + 147);
    }
}

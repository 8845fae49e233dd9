package io.epochwise.token.image;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;

class InternVlRuleTest implements ImageRuleContract {
    private static final ImageRule INTERNVL = GoldenRow.rule(InternVlRule.ID, "tile=448 tokensPerTile=256 maxTiles=12");

    @Override
    public String id() {
        return InternVlRule.ID;
    }

    @Override
    public Map<String, Object> parameters() {
        return GoldenRow.parameters("tile=448 tokensPerTile=256 maxTiles=12");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/internvl.csv", useHeadersInDisplayName = true)
    void countsAsTheModelDoes(ArgumentsAccessor row) {
        GoldenRow.verify(InternVlRule.ID, row);
    }

    @Test
    void tokensDoNotGrowWithPixels() {
        long small = counted(INTERNVL, 640, 480).expected();
        assertThat(small).isEqualTo(3330);
        assertThat(counted(INTERNVL, 448, 448).expected()).isEqualTo(258);
        assertThat(counted(INTERNVL, 4000, 4000).expected()).isLessThan(small);
    }
}

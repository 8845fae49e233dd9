package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;

class Llama32VisionRuleTest implements ImageRuleContract {
    @Override
    public String id() {
        return Llama32VisionRule.ID;
    }

    @Override
    public Map<String, Object> parameters() {
        return GoldenRow.parameters("tile=560 maxTiles=4 tokensPerTile=1601 basis=compute");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/llama-3.2-vision.csv", useHeadersInDisplayName = true)
    void countsAsTheModelDoes(ArgumentsAccessor row) {
        GoldenRow.verify(Llama32VisionRule.ID, row);
    }

    @Test
    void anImageIsOneTokenOfTheSequenceWhateverItCosts() {
        String numbers = "tile=560 maxTiles=4 tokensPerTile=1601 basis=";
        assertThat(counted(GoldenRow.rule(Llama32VisionRule.ID, numbers + "sequence"), 4032, 3024))
                .isEqualTo(TokenRange.exactly(1));
        assertThat(counted(GoldenRow.rule(Llama32VisionRule.ID, numbers + "compute"), 4032, 3024))
                .isEqualTo(TokenRange.exactly(6404));
    }
}

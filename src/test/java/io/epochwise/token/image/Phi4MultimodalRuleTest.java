package io.epochwise.token.image;

import io.epochwise.token.image.ImageTokens.Rejected;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;

class Phi4MultimodalRuleTest implements ImageRuleContract {
    @Override
    public String id() {
        return Phi4MultimodalRule.ID;
    }

    @Override
    public Map<String, Object> parameters() {
        return GoldenRow.parameters("crop=448 maxCrops=36 patch=14");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/phi-4-multimodal.csv", useHeadersInDisplayName = true)
    void countsAsTheModelDoes(ArgumentsAccessor row) {
        GoldenRow.verify(Phi4MultimodalRule.ID, row);
    }

    @Test
    void rejectsAnExtremeAspectRatio() {
        ImageRule rule = GoldenRow.rule(Phi4MultimodalRule.ID, "crop=448 maxCrops=36 patch=14");
        assertThat(rule.tokens(448, 9, Detail.AUTO))
                .isEqualTo(new Rejected(
                        "the aspect ratio is too extreme: scaled to 448 x 9 pixels, a side has fewer than 10"));
        assertThat(counted(rule, 448, 10).expected()).isEqualTo(290);
    }
}

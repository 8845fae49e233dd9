package io.epochwise.token.image;

import io.epochwise.token.image.ImageTokens.Rejected;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;

class Phi3VisionRuleTest implements ImageRuleContract {
    private static final ImageRule SINGLE_IMAGE =
            GoldenRow.rule(Phi3VisionRule.ID, "crops=16 crop=336 tokensPerCrop=144");

    @Override
    public String id() {
        return Phi3VisionRule.ID;
    }

    @Override
    public Map<String, Object> parameters() {
        return GoldenRow.parameters("crops=16 crop=336 tokensPerCrop=144");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/phi-3-vision.csv", useHeadersInDisplayName = true)
    void countsAsTheModelDoes(ArgumentsAccessor row) {
        GoldenRow.verify(Phi3VisionRule.ID, row);
    }

    /** Microsoft reports a mean of 2,443 tokens on DocVQA; a letter-size page at 300 pixels an inch is close to it. */
    @Test
    void aScannedPageIsCloseToThePublishedMean() {
        double tokens = counted(SINGLE_IMAGE, 2550, 3300).expected();
        assertThat(tokens / 2443).isBetween(0.97, 1.03);
    }

    @Test
    void rejectsAnImageOfWhichNoPixelIsLeft() {
        assertThat(SINGLE_IMAGE.tokens(5377, 1, Detail.AUTO))
                .isEqualTo(new Rejected(
                        "scaled to 5376 pixels on the longer side, the image would have no pixel on the shorter"));
        assertThat(counted(SINGLE_IMAGE, 5376, 1).expected()).isPositive();
    }
}

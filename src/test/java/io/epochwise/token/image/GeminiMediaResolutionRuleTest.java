package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GeminiMediaResolutionRuleTest implements ImageRuleContract {
    private static Map<String, Object> gemini3(String mediaResolution) {
        return new HashMap<>(Map.of(
                "mediaResolution", mediaResolution,
                "unspecified", 1120,
                "low", 280,
                "medium", 560,
                "high", 1120,
                "ultraHigh", 2240));
    }

    @Override
    public String id() {
        return "gemini-media-resolution";
    }

    @Override
    public Map<String, Object> parameters() {
        return gemini3("medium");
    }

    @Override
    public Set<String> optional() {
        return Set.of("ultraHigh");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/gemini-media-resolution.csv", useHeadersInDisplayName = true)
    void countsAsDocumented(
            String model,
            int unspecified,
            int low,
            int medium,
            int high,
            Integer ultraHigh,
            String mediaResolution,
            int width,
            int height,
            long tokens,
            String source) {
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "mediaResolution", mediaResolution,
                "unspecified", unspecified,
                "low", low,
                "medium", medium,
                "high", high));
        if (ultraHigh != null) {
            parameters.put("ultraHigh", ultraHigh);
        }
        ImageRule rule = ImageRuleContract.rule(id(), parameters);
        assertThat(counted(rule, width, height)).isEqualTo(TokenRange.exactly(tokens));
        assertThat(rule.bounds(Detail.AUTO)).isEqualTo(TokenRange.exactly(tokens));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ultra-high", "MEDIA_RESOLUTION_ULTRA_HIGH"})
    void rejectsUltraHighWhereTheModelDoesNotHaveIt(String mediaResolution) {
        Map<String, Object> parameters = gemini3(mediaResolution);
        parameters.remove("ultraHigh");
        assertThatThrownBy(() -> ImageRuleContract.rule(id(), parameters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter mediaResolution must not be ultra-high: this model has no such budget");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "ultraHigh", "MEDIA_RESOLUTION_", "resolution-low", " low"})
    void namesTheSettingsWhereThereIsNoneOfThatName(String mediaResolution) {
        assertThatThrownBy(() -> ImageRuleContract.rule(id(), gemini3(mediaResolution)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter mediaResolution must be one of [unspecified, low, medium, high, ultra-high]: "
                        + mediaResolution);
    }

    @Test
    void readsSettingsTheSameInEveryCase() {
        assertThat(counted(ImageRuleContract.rule(id(), gemini3("MeDiA_rEsOlUtIoN-HiGh")), 1, 1))
                .isEqualTo(TokenRange.exactly(1120));
    }
}

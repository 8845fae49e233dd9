package io.epochwise.token.image;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImageRulesTest {
    @Test
    void knowsEveryRuleByItsId() {
        assertThat(ImageRules.ids())
                .containsExactly(
                        "claude-area-750",
                        "claude-patch-28",
                        "fixed-square",
                        "gemini-crop-tiles",
                        "gemini-media-resolution",
                        "gemini-tiles-768",
                        "gemma-3",
                        "gemma-4",
                        "idefics3",
                        "internvl",
                        "llama-3.2-vision",
                        "llama-4",
                        "llama-grid-560",
                        "llava-next",
                        "llava-onevision",
                        "mistral-rows",
                        "nova-table",
                        "openai-patch-32",
                        "openai-tile-512",
                        "phi-3-vision",
                        "phi-4-multimodal",
                        "qwen-vl");
    }

    @Test
    void createsARuleWithItsParameters() {
        BigDecimal one = BigDecimal.ONE;
        ImageRule tile = ImageRules.create(
                "openai-tile-512",
                new RuleParameters(Map.of("base", one, "perTile", one, "maxSide", one, "shortSide", one, "tile", one)));
        assertThat(tile.id()).isEqualTo("openai-tile-512");
        ImageRule patch = ImageRules.create(
                "openai-patch-32",
                new RuleParameters(Map.of("multiplier", one, "patch", one, "high", Map.of(), "auto", "high")));
        assertThat(patch.id()).isEqualTo("openai-patch-32");
    }

    @Test
    void namesTheKnownRulesWhereOneIsUnknown() {
        assertThatThrownBy(() -> ImageRules.create("openai-tile", new RuleParameters(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown image rule openai-tile, known are [")
                .hasMessageContaining(", openai-patch-32, openai-tile-512");
    }
}

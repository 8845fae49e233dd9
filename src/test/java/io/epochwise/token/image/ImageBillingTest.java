package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import io.epochwise.token.image.ImageTokens.Counted;
import io.epochwise.token.image.ImageTokens.Rejected;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImageBillingTest {
    /** GPT-5 mini as billed, and as documented until July 2026. */
    private static final ImageRule BILLED = patchRule("1.2", Map.of("high", 1536));

    private static final ImageRule DOCUMENTED = patchRule("1.62", Map.of("high", 1536, "low", 1536));
    private static final ImageBilling DISPUTED = new ImageBilling(BILLED, List.of(DOCUMENTED));

    private static ImageRule patchRule(String multiplier, Map<String, Integer> budgets) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("multiplier", new BigDecimal(multiplier));
        parameters.put("patch", BigDecimal.valueOf(32));
        parameters.put("auto", "high");
        budgets.forEach((detail, budget) -> parameters.put(
                detail, Map.of("maxDim", BigDecimal.valueOf(2048), "budget", BigDecimal.valueOf(budget))));
        return ImageRules.create("openai-patch-32", new RuleParameters(parameters));
    }

    @Test
    void expectsTheBilledFigureWithinAllReadings() {
        // 1,024 patches: 1,229 tokens as billed, 1,659 as documented, each perhaps one more.
        assertThat(DISPUTED.tokens(1024, 1024, Detail.HIGH)).isEqualTo(new Counted(new TokenRange(1229, 1229, 1660)));
        assertThat(new ImageBilling(DOCUMENTED, List.of(BILLED)).tokens(1024, 1024, Detail.HIGH))
                .isEqualTo(new Counted(new TokenRange(1229, 1659, 1660)));
    }

    @Test
    void spansTheBoundsOfAllReadings() {
        // Most: 1,536 patches, 1,844 tokens as billed, 2,489 as documented.
        assertThat(DISPUTED.bounds(Detail.AUTO)).isEqualTo(new TokenRange(2, 923, 2490));
        assertThat(ImageBilling.undisputed(BILLED).bounds(Detail.AUTO)).isEqualTo(BILLED.bounds(Detail.AUTO));
    }

    @Test
    void rejectsWhatTheBilledRuleRejects() {
        assertThat(DISPUTED.tokens(1024, 1024, Detail.LOW))
                .isEqualTo(new Rejected("detail low is not supported by this rule"));
        assertThat(DISPUTED.supports(Detail.LOW)).isFalse();
        assertThat(DISPUTED.disputed(1024, 1024, Detail.LOW)).isFalse();
        assertThatThrownBy(() -> DISPUTED.bounds(Detail.LOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ignoresAnAlternativeThatRejects() {
        ImageBilling billing = new ImageBilling(DOCUMENTED, List.of(BILLED));
        assertThat(billing.tokens(1024, 1024, Detail.LOW)).isEqualTo(DOCUMENTED.tokens(1024, 1024, Detail.LOW));
        assertThat(billing.bounds(Detail.LOW)).isEqualTo(DOCUMENTED.bounds(Detail.LOW));
        assertThat(billing.disputed(1024, 1024, Detail.LOW)).isFalse();
    }

    @Test
    void isDisputedOnlyWhereTheFiguresDiffer() {
        ImageBilling billing = new ImageBilling(
                patchRule("1.62", Map.of("high", 6144)), List.of(patchRule("1.62", Map.of("high", 1536))));
        assertThat(billing.disputed(1024, 1024, Detail.HIGH)).isFalse();
        assertThat(billing.disputed(2048, 2048, Detail.HIGH)).isTrue();
        assertThat(ImageBilling.undisputed(BILLED).disputed(2048, 2048, Detail.HIGH))
                .isFalse();
    }
}

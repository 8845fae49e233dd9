package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;

class Gemma4RuleTest implements ImageRuleContract {
    @Override
    public String id() {
        return Gemma4Rule.ID;
    }

    @Override
    public Map<String, Object> parameters() {
        return GoldenRow.parameters("maxSoftTokens=280 patch=16 pooling=3");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/gemma-4.csv", useHeadersInDisplayName = true)
    void countsAsTheModelDoes(ArgumentsAccessor row) {
        GoldenRow.verify(Gemma4Rule.ID, row);
    }

    /** A square takes the largest square of tokens within the limit, however few pixels it has. */
    @ParameterizedTest
    @CsvSource({"70, 64", "140, 121", "280, 256", "560, 529", "1120, 1089"})
    void smallImagesAreEnlarged(int limit, int tokens) {
        ImageRule rule = GoldenRow.rule(Gemma4Rule.ID, "maxSoftTokens=" + limit + " patch=16 pooling=3");
        assertThat(counted(rule, 1, 1)).isEqualTo(new TokenRange(tokens, tokens, tokens + 3));
        assertThat(counted(rule, 10_000, 10_000)).isEqualTo(counted(rule, 1, 1));
    }
}

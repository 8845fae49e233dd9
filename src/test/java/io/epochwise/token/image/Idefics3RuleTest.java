package io.epochwise.token.image;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;

class Idefics3RuleTest implements ImageRuleContract {
    @Override
    public String id() {
        return Idefics3Rule.ID;
    }

    @Override
    public Map<String, Object> parameters() {
        return GoldenRow.parameters("longestEdge=1456 tile=364 tokensPerTile=169");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/idefics3.csv", useHeadersInDisplayName = true)
    void countsAsTheModelDoes(ArgumentsAccessor row) {
        GoldenRow.verify(Idefics3Rule.ID, row);
    }

    @Test
    void aTinySquareCostsAsMuchAsALargeOne() {
        ImageRule rule = GoldenRow.rule(Idefics3Rule.ID, "longestEdge=1456 tile=364 tokensPerTile=169");
        assertThat(counted(rule, 1, 1)).isEqualTo(counted(rule, 10_000, 10_000));
    }
}

package io.epochwise.token.image;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.token.image.ImageRuleContract.counted;
import static org.assertj.core.api.Assertions.assertThat;

class Gemma3RuleTest implements ImageRuleContract {
    private static final String NUMBERS = "tokens=256 minCrop=256 maxCrops=4 minRatio=1.2";

    @Override
    public String id() {
        return Gemma3Rule.ID;
    }

    @Override
    public Map<String, Object> parameters() {
        return GoldenRow.parameters("tokens=256 panAndScan=true minCrop=256 maxCrops=4 minRatio=1.2");
    }

    @Override
    public Set<String> rangedOtherwise() {
        return Set.of("minRatio");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/gemma-3.csv", useHeadersInDisplayName = true)
    void countsAsTheModelDoes(ArgumentsAccessor row) {
        GoldenRow.verify(Gemma3Rule.ID, row);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesTheSwitchAsTextAndAsBoolean(boolean panAndScan) {
        Map<String, Object> parameters = GoldenRow.parameters(NUMBERS);
        parameters.put("panAndScan", panAndScan);
        ImageRule rule = new Gemma3Rule(new RuleParameters(parameters));
        ImageRule ofText = GoldenRow.rule(Gemma3Rule.ID, NUMBERS + " panAndScan=" + panAndScan);
        assertThat(counted(rule, 640, 480).expected()).isEqualTo(panAndScan ? 768 : 256);
        assertThat(rule.tokens(640, 480, Detail.AUTO)).isEqualTo(ofText.tokens(640, 480, Detail.AUTO));
    }

    /** 2.5 and 3.5 both go up, which rounding to the even neighbor would not do. */
    @Test
    void roundsHalvesUp() {
        ImageRule rule = GoldenRow.rule(Gemma3Rule.ID, NUMBERS + " panAndScan=true");
        assertThat(counted(rule, 2500, 1000).expected()).isEqualTo(256 * 4);
        assertThat(counted(rule, 3500, 1000).expected()).isEqualTo(256 * 5);
    }
}

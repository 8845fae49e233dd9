package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import io.epochwise.token.image.ImageTokens.Counted;
import io.epochwise.token.image.ImageTokens.Rejected;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A row of the golden table of a rule without details: model, parameters as {@code name=value} with a space between, width,
 * height, tokens as low, expected and high, source. No tokens: the image is rejected.
 */
final class GoldenRow {
    private GoldenRow() {}

    static void verify(String rule, ArgumentsAccessor row) {
        ImageTokens counted = rule(rule, row.getString(1)).tokens(row.getInteger(2), row.getInteger(3), Detail.AUTO);
        if (row.getString(5) == null) {
            assertThat(counted).isInstanceOf(Rejected.class);
        } else {
            assertThat(counted).isEqualTo(new Counted(new TokenRange(row.getLong(4), row.getLong(5), row.getLong(6))));
        }
    }

    static ImageRule rule(String id, String parameters) {
        return ImageRules.create(id, new RuleParameters(parameters(parameters)));
    }

    /** What begins with a digit is a number, as in the catalog. */
    static Map<String, Object> parameters(String text) {
        Map<String, Object> parameters = new TreeMap<>();
        for (String parameter : text.split(" ")) {
            String[] parts = parameter.split("=");
            boolean isNumber = Character.isDigit(parts[1].charAt(0));
            parameters.put(parts[0], isNumber ? new BigDecimal(parts[1]) : parts[1]);
        }
        return parameters;
    }
}

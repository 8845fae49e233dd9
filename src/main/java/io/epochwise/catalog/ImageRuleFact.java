package io.epochwise.catalog;

import io.epochwise.token.image.ImageRule;
import io.epochwise.token.image.ImageRules;
import io.epochwise.token.image.RuleParameters;
import java.time.LocalDate;
import java.util.Map;

/**
 * An image rule with its parameters in an interval of dates.
 *
 * @param rule the rule's id
 * @param parameters its parameters: numbers, text or nested maps of the same
 * @param reading whose reading it is
 */
public record ImageRuleFact(
        String rule,
        Map<String, Object> parameters,
        Reading reading,
        LocalDate from,
        LocalDate to,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact, Dated {

    /**
     * The rule with these parameters.
     *
     * @throws IllegalArgumentException if there is no such rule or a parameter is wrong; never after loading
     */
    public ImageRule compile() {
        return ImageRules.create(rule, new RuleParameters(parameters));
    }
}

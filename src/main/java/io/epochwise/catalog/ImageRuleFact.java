package io.epochwise.catalog;

import io.epochwise.token.image.ImageBilling;
import io.epochwise.token.image.ImageRule;
import io.epochwise.token.image.ImageRules;
import io.epochwise.token.image.RuleParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /**
     * How images are billed by the readings in force.
     *
     * @param inForce the one billed as best known first
     * @return empty if there is none
     */
    public static Optional<ImageBilling> billing(List<ImageRuleFact> inForce) {
        return inForce.isEmpty()
                ? Optional.empty()
                : Optional.of(new ImageBilling(
                        inForce.get(0).compile(),
                        inForce.stream().skip(1).map(ImageRuleFact::compile).toList()));
    }

    /**
     * The same rule with other values of some parameters.
     *
     * @throws IllegalArgumentException if the rule does not know one of them or does not take its value
     */
    public ImageRuleFact with(RuleParameters others) {
        RuleParameters all = new RuleParameters(parameters).with(others);
        ImageRules.create(rule, all);
        return new ImageRuleFact(rule, all.values(), reading, from, to, source, asOf, grade, status, note);
    }
}

package io.epochwise.decision.guardrail;

import io.epochwise.money.Range;
import java.util.List;

/**
 * What one rule says.
 *
 * @param rule the rule
 * @param verdict what follows
 * @param limit what the policy says
 * @param actual the figure that is held against it; null if it is not known or not one
 * @param range the figure with its low and high; null where it is no amount, or not known
 * @param text the same in a sentence
 * @param lines codes of the lines that are meant; empty if the rule is not about lines
 */
public record GuardrailResult(
        GuardrailRule rule,
        GuardrailVerdict verdict,
        String limit,
        String actual,
        Range range,
        String text,
        List<String> lines) {
    /** Copies the list. */
    public GuardrailResult {
        lines = List.copyOf(lines);
    }

    /** The same where the rule only warns. */
    GuardrailResult warning() {
        return verdict == GuardrailVerdict.DENY
                ? new GuardrailResult(
                        rule, GuardrailVerdict.WARN, limit, actual, range, text + " The policy only warns.", lines)
                : this;
    }
}

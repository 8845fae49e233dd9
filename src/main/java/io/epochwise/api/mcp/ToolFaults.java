package io.epochwise.api.mcp;

import com.fasterxml.jackson.core.JacksonException;
import io.epochwise.api.OverloadedException;
import io.epochwise.api.json.JsonFaults;
import io.epochwise.api.problem.Problem;
import io.epochwise.api.problem.Wordless;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.fault.Violation;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Says in an assistant's terms what is wrong, so that its next question is right. */
final class ToolFaults {
    private static final Logger LOG = Logger.getLogger(ToolFaults.class);

    private ToolFaults() {}

    /**
     * A failure in words; what was not foreseen goes to the log without anything of the question.
     *
     * @param argument gives the argument's name for a field's
     */
    static String words(Exception fault, UnaryOperator<String> argument) {
        if (fault instanceof InvalidInputException invalid) {
            return words(invalid.violations(), argument);
        }
        if (fault instanceof UnknownNameException unknown) {
            UnknownNameException named = unknown.field().isEmpty() ? unknown.at(unknown.kind()) : unknown;
            return words(List.of(Problem.violation(named)), argument);
        }
        if (fault instanceof JacksonException unreadable) {
            return words(JsonFaults.violations(unreadable), UnaryOperator.identity());
        }
        if (fault instanceof OverloadedException overloaded) {
            return overloaded.getMessage() + "; ask again in a few seconds";
        }
        LOG.error("tool failed", Wordless.of(fault));
        return "internal error";
    }

    private static String words(List<Violation> violations, UnaryOperator<String> argument) {
        return violations.stream()
                .map(violation -> violation.field().isEmpty()
                        ? violation.message()
                        : argument.apply(violation.field()) + ": " + violation.message())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}

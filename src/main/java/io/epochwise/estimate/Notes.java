package io.epochwise.estimate;

import io.epochwise.dataset.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Assumptions and warnings in the order in which they come up, each once. */
final class Notes {
    private final Set<Assumption> assumptions = new LinkedHashSet<>();
    private final Set<Warning> warnings = new LinkedHashSet<>();

    void assume(AssumptionCode code, String value, String text) {
        assumptions.add(new Assumption(code, text, value));
    }

    void warn(WarningCode code, String text) {
        warn(code, code.severity(), text);
    }

    void warn(WarningCode code, Severity severity, String text) {
        warnings.add(new Warning(code, severity, text));
    }

    List<Assumption> assumptions() {
        return List.copyOf(assumptions);
    }

    List<Warning> warnings() {
        return List.copyOf(warnings);
    }
}

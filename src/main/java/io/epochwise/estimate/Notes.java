package io.epochwise.estimate;

import io.epochwise.dataset.Severity;
import java.util.ArrayList;
import java.util.List;

/** Assumptions and warnings in the order in which they come up, each once. */
final class Notes {
    private final List<Assumption> assumptions = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    void assume(AssumptionCode code, String value, String text) {
        add(assumptions, new Assumption(code, text, value));
    }

    void warn(WarningCode code, String text) {
        warn(code, code.severity(), text);
    }

    void warn(WarningCode code, Severity severity, String text) {
        add(warnings, new Warning(code, severity, text));
    }

    /** They are few: looking through them costs less than hashing their texts. */
    private static <T> void add(List<T> notes, T note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    List<Assumption> assumptions() {
        return List.copyOf(assumptions);
    }

    List<Warning> warnings() {
        return List.copyOf(warnings);
    }
}

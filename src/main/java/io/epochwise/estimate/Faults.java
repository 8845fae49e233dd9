package io.epochwise.estimate;

import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a request, gathered so that all of it is named at once. */
final class Faults {
    private final List<Violation> violations = new ArrayList<>();

    void add(String field, String message) {
        violations.add(new Violation(field, message));
    }

    void addAll(List<Violation> others) {
        violations.addAll(others);
    }

    /** Whether nothing is wrong so far. */
    boolean none() {
        return violations.isEmpty();
    }

    /** Whether a part is there, which it must be. */
    boolean given(String field, Object value) {
        if (value == null) {
            add(field, "must be given");
        }
        return value != null;
    }

    /** A number, if it is given, must be between two others or one of them. */
    void range(String field, Number value, long min, long max) {
        if (value != null && (value.longValue() < min || value.longValue() > max)) {
            add(field, "must be from " + min + " to " + max);
        }
    }

    /** The same for a decimal. Digits are bounded too, so that no arithmetic can grow without end. */
    void range(String field, BigDecimal value, BigDecimal min, BigDecimal max) {
        if (value == null) {
            return;
        }
        boolean absurd = value.precision() > Decimals.MAX_DIGITS || Math.abs(value.scale()) > Decimals.MAX_SCALE;
        if (absurd || value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            add(
                    field,
                    "must be from " + Decimals.plain(min) + " to " + Decimals.plain(max) + ", with at most "
                            + Decimals.MAX_SCALE + " digits after the point");
        }
    }

    /** A part of a whole, if it is given, must be above 0 and at most 1. */
    void share(String field, BigDecimal value) {
        if (value != null && value.signum() <= 0) {
            add(field, "must be above 0 and at most 1, with at most " + Decimals.MAX_SCALE + " digits after the point");
        } else {
            range(field, value, BigDecimal.ZERO, BigDecimal.ONE);
        }
    }

    /** @throws InvalidInputException if anything is wrong */
    void end() {
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }
}

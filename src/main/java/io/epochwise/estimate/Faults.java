package io.epochwise.estimate;

import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a request, gathered so that all of it is named at once. */
public final class Faults {
    private final List<Violation> violations = new ArrayList<>();

    /** Something is wrong with a field. */
    public void add(String field, String message) {
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
    public boolean given(String field, Object value) {
        if (value == null) {
            add(field, "must be given");
        }
        return value != null;
    }

    /** A number, if it is given, must be between two others or one of them. */
    public void range(String field, Number value, long min, long max) {
        if (value != null && (value.longValue() < min || value.longValue() > max)) {
            add(field, "must be from " + min + " to " + max);
        }
    }

    /** The same for a decimal. Digits are bounded too, so that no arithmetic can grow without end. */
    void range(String field, BigDecimal value, BigDecimal min, BigDecimal max) {
        if (value != null) {
            decimal(field, Range.exactly(value), min, max);
        }
    }

    /** The same for a decimal that may be a range. */
    public void decimal(String field, Range value, BigDecimal min, BigDecimal max) {
        if (value != null) {
            value.faultAsDecimal(min, max).ifPresent(fault -> add(field, fault));
        }
    }

    /** The same for a whole number that may be a range. */
    public void whole(String field, Range value, long min, long max) {
        if (value != null) {
            value.faultAsWhole(min, max).ifPresent(fault -> add(field, fault));
        }
    }

    /** A part of a whole, if it is given, must be above 0 and at most 1. */
    void share(String field, Range value) {
        if (value != null && value.low().signum() <= 0) {
            add(field, "must be above 0 and at most 1, with at most " + Decimals.MAX_SCALE + " digits after the point");
        } else {
            decimal(field, value, BigDecimal.ZERO, BigDecimal.ONE);
        }
    }

    /** @throws InvalidInputException if anything is wrong */
    public void end() {
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }
}

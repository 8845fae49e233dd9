package io.epochwise.export;

import io.epochwise.catalog.Unit;

/** Codes of units by UN/ECE Recommendation 20. */
final class UnitCode {
    /** The code of "one". */
    static final String ONE = "C62";

    private UnitCode() {}

    /** The code of a unit; that of "one" where the unit has none of its own, as tokens. */
    static String of(Unit unit) {
        return switch (unit) {
            case HOUR, GPU_HOUR, UNIT_HOUR -> "HUR";
            case UNIT_MINUTE -> "MIN";
            case MONTH, UNIT_MONTH -> "MON";
            case UNIT_YEAR -> "ANN";
            case TOKEN, TOKEN_HOUR, IMAGE, EXAMPLE, REQUEST, JOB -> ONE;
        };
    }
}

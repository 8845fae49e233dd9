package io.epochwise.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether something can be done on a date, why, and until when.
 *
 * @param verdict the answer
 * @param reasons what stands against it, for whom; and what ends it, if an end is known; in order of dates
 * @param until the first day on which it is no longer possible, by what is known; null if no end is known or it is not
 *     possible now
 * @param alternatives what remains in its place, see {@link Alternatives}; empty if it is available, or nothing does
 */
public record Availability(Verdict verdict, List<Reason> reasons, LocalDate until, List<Alternative> alternatives) {
    /** Copies the lists. */
    public Availability {
        reasons = List.copyOf(reasons);
        alternatives = List.copyOf(alternatives);
    }

    /** Without alternatives. */
    Availability(Verdict verdict, List<Reason> reasons, LocalDate until) {
        this(verdict, reasons, until, List.of());
    }

    /** The same with what remains in its place, which is asked for only if it is not available. */
    public Availability or(Supplier<List<Alternative>> alternatives) {
        return verdict == Verdict.AVAILABLE ? this : new Availability(verdict, reasons, until, alternatives.get());
    }
}

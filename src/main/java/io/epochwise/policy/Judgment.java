package io.epochwise.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An {@link Availability} whose reasons are put into words only if they are asked for: of most offerings it matters only whether they
 * can be had.
 */
record Judgment(Verdict verdict, LocalDate until, Supplier<List<Reason>> reasons) {
    /** The verdict of another, for its reasons and those of this one. */
    Judgment and(Judgment decisive) {
        return new Judgment(
                decisive.verdict, null, () -> Stream.concat(reasons.get().stream(), decisive.reasons.get().stream())
                        .toList());
    }

    Availability availability() {
        return new Availability(verdict, reasons.get(), until);
    }
}

package io.epochwise.estimate;

import io.epochwise.policy.Availability;
import io.epochwise.policy.AvailabilityCode;
import io.epochwise.policy.Reason;
import io.epochwise.policy.Verdict;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** What stands against a job or a call, for the texts of warnings. */
final class Obstacles {
    private Obstacles() {}

    /** The reasons in one text; of a restricted answer only those that hold already. */
    static String words(Availability availability, LocalDate asOf) {
        return availability.reasons().stream()
                .filter(reason -> availability.verdict() != Verdict.RESTRICTED
                        || reason.on() == null
                        || !reason.on().isAfter(asOf))
                .map(Reason::text)
                .collect(Collectors.joining(" "));
    }

    /** Whether one of the reasons is that. */
    static boolean include(Availability availability, AvailabilityCode code) {
        return availability.reasons().stream().anyMatch(reason -> reason.code() == code);
    }
}

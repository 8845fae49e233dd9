package io.epochwise.decision;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An alternative that cannot be had or cannot be compared.
 *
 * @param id what it is called
 * @param kind what kind of way
 * @param offering the offering's id
 * @param reasons why, all of them
 */
public record RuledOutAlternative(String id, AlternativeKind kind, String offering, List<RuledOutReason> reasons) {
    /** Copies the list. */
    public RuledOutAlternative {
        reasons = List.copyOf(reasons);
    }

    /** Alternatives with their reasons, for a reader. */
    static String words(List<RuledOutAlternative> ruledOut) {
        return ruledOut.stream()
                .map(one -> one.id + ": "
                        + one.reasons.stream().map(RuledOutReason::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" "));
    }
}

package io.epochwise.decision;

import java.util.List;

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
}

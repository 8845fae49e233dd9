package io.epochwise.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is agreed beside unit prices. First the commitments cover what is charged at contracted prices, then the credits what is left
 * of it, each in the order given. What is said of a provider goes before what the operator agreed with it.
 *
 * @param commitments at most one a provider
 * @param credits any number
 */
public record AgreedSpending(List<Commitment> commitments, List<Credit> credits) {
    static final AgreedSpending NONE = new AgreedSpending(null, null);

    /** Copies the lists, null as an empty one; elements that are null are left for the checks to name. */
    public AgreedSpending {
        commitments = commitments == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(commitments));
        credits = credits == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(credits));
    }
}

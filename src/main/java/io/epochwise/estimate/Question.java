package io.epochwise.estimate;

import io.epochwise.policy.Organization;
import java.time.LocalDate;

/** Something that is asked by an organization on a day. */
public interface Question {
    /** Who asks; null for not said. */
    Organization organization();

    /** The day whose facts apply; null for today. */
    LocalDate asOf();
}

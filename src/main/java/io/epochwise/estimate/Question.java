package io.epochwise.estimate;

import java.time.LocalDate;

/** Something that is asked on a day. */
public interface Question {
    /** The day whose facts apply; null for today. */
    LocalDate asOf();
}

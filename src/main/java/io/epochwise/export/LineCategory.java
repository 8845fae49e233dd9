package io.epochwise.export;

import io.epochwise.fault.Spelling;

/** What kind of amount a line is. */
public enum LineCategory {
    /** Something used, at its contracted price. */
    USAGE,
    /** An agreed amount that is paid whether it is used or not. */
    COMMITMENT,
    /** What an agreed amount covers of what is used. */
    COMMITMENT_USED,
    /** What need not be paid. */
    CREDIT,
    /** What the rounded lines differ by from the rounded sum. */
    ROUNDING;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

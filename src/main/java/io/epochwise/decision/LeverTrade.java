package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/** What is given to pay less. */
public enum LeverTrade {
    /** Nothing but the work of the change. */
    NOTHING,
    /** Answers or the trained model come later. */
    TIME,
    /** Answers may be worse; how much must be measured. */
    ACCURACY,
    /** Less is known of how good the model is. */
    EVIDENCE,
    /** Other terms of the provider, such as where data is processed. */
    TERMS;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

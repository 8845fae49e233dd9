package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/** What keeps a plan from being larger. */
public enum BindingCode {
    /** The next larger plan costs more than the budget. */
    BUDGET,
    /** The provider trains for no more epochs. */
    EPOCH_LIMIT,
    /** All examples of the dataset are trained on. */
    ALL_EXAMPLES,
    /** Images are looked at as closely as the model can, or it has no choice. */
    BEST_DETAIL,
    /** The model ends. */
    SHUTDOWN,
    /** No more months are looked at. */
    LONGEST_HORIZON;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

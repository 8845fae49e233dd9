package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/**
 * Why a line differs. What is asked to be done is told apart from the terms it is asked on (offering, day, price class, region,
 * own prices) by asking once more: what is asked before, on the terms after.
 */
public enum DiffReason {
    QUANTITY("What is asked to be done differs, and so the quantity."),
    RULE("The same to be done counts otherwise on the other terms: by other rules, limits, or months that exist."),
    PRICE("The price of a unit differs."),
    OTHER_PRICE(
            "What is asked to be done has another of the offering's prices, such as that of a tuned model, another way"
                    + " of tuning, other GPUs or a longer context."),
    OFFERING("The offering differs, and what it counts or charges."),
    DATE("The day differs, and the facts that hold on it."),
    TIER("The price class differs, and its price or limits."),
    REGION("The region differs, and its price."),
    OWN_PRICE("Own prices or the discount of the questions differ."),
    SOURCE("The price is the same and rests on another source, or on one read on another day."),
    RANGE("Only low or high differ."),
    OTHER_LINES("The line is what other lines leave open to a least amount, and follows them."),
    UNPRICED("The amount is not known on one side or on both, so no difference is."),
    CURRENCY("The currencies differ, so amounts cannot be subtracted.");

    private final String meaning;

    DiffReason(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, in a sentence. */
    public String meaning() {
        return meaning;
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.decision;

import io.epochwise.fault.Spelling;

/** What a part of an answer's costs is for. */
public enum CostPartKind {
    TRAINING("Training"),
    CALLS("Inference"),
    EVALUATION("Evaluation"),
    RETRAINING("Training again");

    private final String description;

    CostPartKind(String description) {
        this.description = description;
    }

    /** The same in words. */
    public String description() {
        return description;
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

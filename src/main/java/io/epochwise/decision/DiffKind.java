package io.epochwise.decision;

import io.epochwise.estimate.EstimateRequest;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.fault.Spelling;

/** What is asked on both sides of a diff. */
public enum DiffKind {
    TRAINING(TrainingRequest.class),
    INFERENCE(InferenceRequest.class);

    private final Class<? extends EstimateRequest> requestType;

    DiffKind(Class<? extends EstimateRequest> requestType) {
        this.requestType = requestType;
    }

    /** The questions of the kind. */
    public Class<? extends EstimateRequest> requestType() {
        return requestType;
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

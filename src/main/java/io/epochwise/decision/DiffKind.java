package io.epochwise.decision;

import io.epochwise.estimate.EstimateRequest;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.fault.Spelling;

/** What is asked on both sides of a diff. */
public enum DiffKind {
    TRAINING(TrainingRequest.class),
    INFERENCE(InferenceRequest.class);

    private final Class<? extends EstimateRequest> request;

    DiffKind(Class<? extends EstimateRequest> request) {
        this.request = request;
    }

    /** The questions of the kind. */
    public Class<? extends EstimateRequest> request() {
        return request;
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

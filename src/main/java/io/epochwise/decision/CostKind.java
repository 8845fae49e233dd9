package io.epochwise.decision;

import io.epochwise.estimate.EvaluationRequest;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.Question;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.fault.Spelling;

/** What can be asked for its cost; each is the question of an operation of its own. */
public enum CostKind {
    TRAINING(TrainingRequest.class),
    INFERENCE(InferenceRequest.class),
    EVALUATION(EvaluationRequest.class),
    COMPARISON(ComparisonRequest.class),
    PROMPT_SHORTENING(PromptShorteningRequest.class);

    private final Class<? extends Question> requestType;

    CostKind(Class<? extends Question> requestType) {
        this.requestType = requestType;
    }

    /** The questions of the kind. */
    public Class<? extends Question> requestType() {
        return requestType;
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.api.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.epochwise.decision.ComparisonRequest;
import io.epochwise.decision.CostKind;
import io.epochwise.decision.CostQuestion;
import io.epochwise.decision.PromptShorteningRequest;
import io.epochwise.estimate.EvaluationRequest;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.Question;
import io.epochwise.estimate.TrainingRequest;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;

/** Reads a question for a cost as what its kind says it is. */
@Singleton
@RegisterForReflection(
        targets = {
            TrainingRequest.class,
            InferenceRequest.class,
            EvaluationRequest.class,
            ComparisonRequest.class,
            PromptShorteningRequest.class
        })
final class CostJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("costs").addDeserializer(CostQuestion.class, new Reader()));
    }

    /** A {@link CostQuestion} whose kind is known. */
    @RegisterForReflection
    record OfKind<R extends Question>(CostKind kind, R request, String alternative) {}

    private static final class Reader extends ByKind<CostKind, CostQuestion> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(CostQuestion.class, CostKind.class);
        }

        @Override
        JavaType form(CostKind kind, TypeFactory types) {
            return types.constructParametricType(OfKind.class, kind.requestType());
        }

        @Override
        CostQuestion of(Object form) {
            OfKind<?> question = (OfKind<?>) form;
            return new CostQuestion(question.kind(), question.request(), question.alternative());
        }
    }
}

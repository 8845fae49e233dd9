package io.epochwise.api.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.epochwise.decision.DiffKind;
import io.epochwise.decision.DiffRequest;
import io.epochwise.estimate.EstimateRequest;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** Reads the two questions of a diff as what its kind says they are. */
@Singleton
final class DiffJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("diffs").addDeserializer(DiffRequest.class, new Reader()));
    }

    /** A {@link DiffRequest} whose kind is known. */
    @RegisterForReflection
    record OfKind<R extends EstimateRequest>(DiffKind kind, R before, R after, LocalDate asOf) {}

    private static final class Reader extends ByKind<DiffKind, DiffRequest> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(DiffRequest.class, DiffKind.class);
        }

        @Override
        JavaType form(DiffKind kind, TypeFactory types) {
            return types.constructParametricType(OfKind.class, kind.requestType());
        }

        @Override
        DiffRequest of(Object form) {
            OfKind<?> diff = (OfKind<?>) form;
            return new DiffRequest(diff.kind(), diff.before(), diff.after(), diff.asOf());
        }
    }
}

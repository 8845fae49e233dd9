package io.epochwise.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.epochwise.decision.DiffKind;
import io.epochwise.decision.DiffRequest;
import io.epochwise.estimate.EstimateRequest;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;

/** Reads the two questions of a diff as what its kind says they are, wherever among them the kind stands. */
@Singleton
final class DiffJson implements ObjectMapperCustomizer {
    private static final String KIND = "kind";

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("diffs").addDeserializer(DiffRequest.class, new Reader()));
    }

    /** A {@link DiffRequest} whose kind is known. */
    @RegisterForReflection
    record OfKind<R extends EstimateRequest>(DiffKind kind, R before, R after, LocalDate asOf) {}

    private static final class Reader extends StdDeserializer<DiffRequest> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(DiffRequest.class);
        }

        @Override
        public DiffRequest deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.START_OBJECT)) {
                throw new JsonScalars.RejectedValueException(parser, "must be an object", DiffRequest.class);
            }
            try (TokenBuffer tokens = context.bufferAsCopyOfValue(parser)) {
                JavaType form = context.getTypeFactory()
                        .constructParametricType(
                                OfKind.class, kind(tokens, context).requestType());
                OfKind<?> diff = context.readValue(tokens.asParserOnFirstToken(), form);
                return new DiffRequest(diff.kind(), diff.before(), diff.after(), diff.asOf());
            }
        }

        private static DiffKind kind(TokenBuffer tokens, DeserializationContext context) throws IOException {
            JsonParser parser = tokens.asParserOnFirstToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(KIND);
                parser.nextToken();
                if (found && !parser.hasToken(JsonToken.VALUE_NULL)) {
                    return kind(parser, context);
                }
                parser.skipChildren();
            }
            throw at(new JsonScalars.RejectedValueException(
                    parser, "must be given: one of " + JsonFaults.legal(DiffKind.class), DiffKind.class));
        }

        private static DiffKind kind(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return context.readValue(parser, DiffKind.class);
            } catch (JsonMappingException fault) {
                throw at(fault);
            }
        }

        private static JsonMappingException at(JsonMappingException fault) {
            return JsonMappingException.wrapWithPath(fault, DiffRequest.class, KIND);
        }
    }
}

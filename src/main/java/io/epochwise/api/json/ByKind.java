package io.epochwise.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;

/** Reads an object whose {@code kind} says what its other members are, wherever among them it stands. */
abstract class ByKind<K extends Enum<K>, T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private static final String KIND = "kind";

    private final Class<K> kinds;

    ByKind(Class<T> type, Class<K> kinds) {
        super(type);
        this.kinds = kinds;
    }

    /** What an object of the kind is read as first. */
    abstract JavaType form(K kind, TypeFactory types);

    /** The object for what was read. */
    abstract T of(Object form);

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            throw new JsonScalars.RejectedValueException(parser, "must be an object", handledType());
        }
        try (TokenBuffer tokens = context.bufferAsCopyOfValue(parser)) {
            JavaType form = form(kind(tokens, context), context.getTypeFactory());
            return of(context.readValue(tokens.asParserOnFirstToken(), form));
        }
    }

    private K kind(TokenBuffer tokens, DeserializationContext context) throws IOException {
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
                parser, "must be given: one of " + JsonFaults.legal(kinds), kinds));
    }

    private K kind(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return context.readValue(parser, kinds);
        } catch (JsonMappingException fault) {
            throw at(fault);
        }
    }

    private JsonMappingException at(JsonMappingException fault) {
        return JsonMappingException.wrapWithPath(fault, handledType(), KIND);
    }
}

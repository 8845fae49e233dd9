package io.epochwise.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.epochwise.api.RequestLimits;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/**
 * What JSON means here: exactly what it says. Nothing is guessed, rounded, dropped or filled in, so a request that is
 * accepted was understood. Absent values are left out of answers; enums go by {@code toString()}; how scalars are read
 * and written is in {@link JsonScalars}.
 */
@Singleton
public final class JsonRules implements ObjectMapperCustomizer {
    /** Deepest nesting that is read. */
    public static final int MAX_DEPTH = 500;

    /** Most characters of a number that is read. */
    static final int MAX_NUMBER_CHARACTERS = 100;

    private final RequestLimits limits;

    JsonRules(RequestLimits limits) {
        this.limits = limits;
    }

    /** The last word: later modules win over the ones the platform brings. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_CHARACTERS)
                        .maxStringLength(limits.maxStringCharacters())
                        .build());
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        json.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.READ_ENUMS_USING_TO_STRING);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.setDefaultPropertyInclusion(
                JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS));
        json.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        forbidCoercions(json);
        json.setNodeFactory(new JsonScalars.FiniteNodes());
        json.registerModule(JsonScalars.module());
    }

    @SuppressWarnings("deprecation") // the only switch that also covers booleans; an own mapper builder is not offered
    private static void forbidCoercions(ObjectMapper json) {
        json.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        List<LogicalType> scalars = List.of(
                LogicalType.Integer, LogicalType.Float, LogicalType.Boolean, LogicalType.Textual, LogicalType.Enum);
        List<CoercionInputShape> shapes = Stream.of(CoercionInputShape.values()).toList();
        for (LogicalType scalar : scalars) {
            for (CoercionInputShape shape : shapes) {
                if (!(scalar == LogicalType.Float && shape == CoercionInputShape.Integer)) {
                    json.coercionConfigFor(scalar).setCoercion(shape, CoercionAction.Fail);
                }
            }
        }
    }
}

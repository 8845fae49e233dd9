package io.epochwise.api.json;

import io.epochwise.money.Decimals;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;

/**
 * How parameters in paths and queries are read: as strictly as JSON, enums by {@code toString()}. What cannot be read is
 * a {@link UnreadableParameterException}, from which the problem names the parameter.
 */
@Provider
public final class QueryParameters implements ParamConverterProvider {
    private static final Function<String, Integer> INTEGER = QueryParameters::integer;
    private static final Map<Class<?>, Converter<?>> CONVERTERS = Map.of(
            int.class, new Converter<>(INTEGER, "must be a whole number"),
            Integer.class, new Converter<>(INTEGER, "must be a whole number"),
            long.class, new Converter<>(Long::valueOf, "must be a whole number"),
            Long.class, new Converter<>(Long::valueOf, "must be a whole number"),
            boolean.class, new Converter<>(QueryParameters::truth, "must be true or false"),
            Boolean.class, new Converter<>(QueryParameters::truth, "must be true or false"),
            BigDecimal.class, new Converter<>(Decimals::parse, "must be a decimal number"),
            LocalDate.class, new Converter<>(JsonScalars::date, "must be an ISO 8601 date such as 2026-11-23"));

    /** A parameter's text that is not what it must be. */
    public static final class UnreadableParameterException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String text;

        UnreadableParameterException(String text, String message) {
            super(message);
            this.text = text;
        }

        /** What the caller wrote. */
        public String text() {
            return text;
        }
    }

    @Override
    @SuppressWarnings("unchecked") // a converter is filed under the class it converts to
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (type.isEnum()) {
            return new Converter<>(text -> constant(type, text), "must be one of " + JsonFaults.legal(type));
        }
        return (ParamConverter<T>) CONVERTERS.get(type);
    }

    private static <T> T constant(Class<T> type, String text) {
        for (T value : type.getEnumConstants()) {
            if (value.toString().equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException();
    }

    private static int integer(String text) {
        return Integer.parseInt(text);
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private record Converter<T>(Function<String, T> reading, String expected) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new UnreadableParameterException(text, expected);
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}

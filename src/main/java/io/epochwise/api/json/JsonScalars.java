package io.epochwise.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** How decimals, ratios and dates are read and written. */
final class JsonScalars {
    /** A date as RFC 3339 writes it; {@link LocalDate} alone would take the year +999999999. */
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private JsonScalars() {}

    static SimpleModule module() {
        return new SimpleModule("epochwise-scalars")
                .addSerializer(BigDecimal.class, new DecimalWriter())
                .addDeserializer(BigDecimal.class, new DecimalReader())
                .addDeserializer(Range.class, new RangeReader())
                .addDeserializer(double.class, new RatioReader(double.class, 0.0))
                .addDeserializer(Double.class, new RatioReader(Double.class, null))
                .addDeserializer(LocalDate.class, new DateReader());
    }

    /**
     * Reads a date.
     *
     * @throws DateTimeException if the text is no ISO 8601 calendar date with a year of four digits
     */
    static LocalDate date(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new DateTimeException("not an ISO 8601 date");
        }
        return LocalDate.parse(text);
    }

    /** A value that no rule allows; unlike Jackson's own exceptions, its message is fit for the caller. */
    static final class RejectedValueException extends MismatchedInputException {
        private static final long serialVersionUID = 1L;

        RejectedValueException(JsonParser parser, String message, Class<?> target) {
            super(parser, message, target);
        }
    }

    /** Decimals as strings, digits as they are: 25.00 stays {@code "25.00"}. */
    private static final class DecimalWriter extends StdScalarSerializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        DecimalWriter() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toPlainString());
        }
    }

    /** Decimals from strings or numbers, by their text: a number is bounded before it is a number. */
    private static final class DecimalReader extends StdDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        DecimalReader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonToken token = in.currentToken();
            if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
                throw new RejectedValueException(in, "must be a decimal, as a string or a number", BigDecimal.class);
            }
            try {
                return Decimals.parse(in.getText());
            } catch (NumberFormatException e) {
                throw new RejectedValueException(in, e.getMessage(), BigDecimal.class);
            }
        }
    }

    /** A number, or three of them in their order: at least, expected, at most. */
    private static final class RangeReader extends StdDeserializer<Range> {
        private static final long serialVersionUID = 1L;
        private static final List<String> BOUNDS = List.of("low", "expected", "high");

        RangeReader() {
            super(Range.class);
        }

        @Override
        public Range deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonToken token = in.currentToken();
            if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                return Range.exactly(context.readValue(in, BigDecimal.class));
            }
            if (token != JsonToken.START_OBJECT) {
                throw new RejectedValueException(
                        in, "must be a decimal, as a string or a number, or low, expected and high", Range.class);
            }
            Map<String, BigDecimal> bounds = new HashMap<>();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                if (!BOUNDS.contains(name)) {
                    throw UnrecognizedPropertyException.from(in, Range.class, name, List.copyOf(BOUNDS));
                }
                in.nextToken();
                bounds.put(name, bound(in, context, name));
            }
            return range(in, bounds);
        }

        private static BigDecimal bound(JsonParser in, DeserializationContext context, String name) throws IOException {
            try {
                return context.readValue(in, BigDecimal.class);
            } catch (JsonMappingException e) {
                throw JsonMappingException.wrapWithPath(e, Range.class, name);
            }
        }

        private static Range range(JsonParser in, Map<String, BigDecimal> bounds) throws IOException {
            List<BigDecimal> given =
                    BOUNDS.stream().map(bounds::get).filter(Objects::nonNull).toList();
            if (given.size() < BOUNDS.size()) {
                throw new RejectedValueException(in, "must have low, expected and high", Range.class);
            }
            if (given.get(0).compareTo(given.get(1)) > 0 || given.get(1).compareTo(given.get(2)) > 0) {
                throw new RejectedValueException(
                        in, "must have low at most as high as expected, and expected as high", Range.class);
            }
            return new Range(given.get(0), given.get(1), given.get(2));
        }
    }

    /** Ratios: finite numbers only, and 1e400 is not finite. */
    private static final class RatioReader extends NumberDeserializers.DoubleDeserializer {
        private static final long serialVersionUID = 1L;

        RatioReader(Class<Double> type, Double absent) {
            super(type, absent);
        }

        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Double value = super.deserialize(in, context);
            if (value != null && !Double.isFinite(value)) {
                throw new RejectedValueException(in, "must be a finite number", Double.class);
            }
            return value;
        }
    }

    private static final class DateReader extends StdDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        DateReader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                if (in.hasToken(JsonToken.VALUE_STRING)) {
                    return date(in.getText());
                }
            } catch (DateTimeException e) {
                // told below, in our words
            }
            throw new RejectedValueException(in, "must be an ISO 8601 date such as 2026-11-23", LocalDate.class);
        }
    }

    /**
     * Trees hold finite doubles, never decimals: a tree has no bounded decimals to offer, and asking an infinite one for
     * its decimal would fail far from here.
     */
    static final class FiniteNodes extends JsonNodeFactory {
        private static final long serialVersionUID = 1L;

        @Override
        public NumericNode numberNode(double value) {
            if (!Double.isFinite(value)) {
                throw new InvalidInputException("", "numbers must be finite");
            }
            return super.numberNode(value);
        }

        @Override
        public ValueNode numberNode(BigDecimal value) {
            return numberNode(value.doubleValue());
        }
    }
}

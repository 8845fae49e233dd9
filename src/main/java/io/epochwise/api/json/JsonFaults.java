package io.epochwise.api.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.NearMatches;
import io.epochwise.fault.Violation;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says in our words where JSON is wrong and what would be right. Jackson's own words quote the input and name Java types,
 * so none of them is passed on.
 */
public final class JsonFaults {
    private static final int LONGEST_NAME = 64;
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class, BigInteger.class);

    private JsonFaults() {}

    /** What is wrong, in words that hold nothing of Jackson or Java. */
    public static List<Violation> violations(JacksonException fault) {
        String field = path(fault);
        if (domainFault(fault) instanceof InvalidInputException rule) {
            return rule.violations().stream()
                    .map(violation -> violation.under(field))
                    .toList();
        }
        return List.of(new Violation(field, message(fault)));
    }

    private static Throwable domainFault(Throwable fault) {
        Throwable cause = fault;
        while (cause != null && !(cause instanceof InvalidInputException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String message(JacksonException fault) {
        Throwable cause = fault.getCause();
        if (fault instanceof JsonScalars.RejectedValueException) {
            return fault.getOriginalMessage();
        }
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return unknownField(unknown.getPropertyName(), unknown.getKnownPropertyIds());
        }
        if (fault instanceof InvalidNullException) {
            return "must not be null";
        }
        if (fault instanceof StreamConstraintsException || cause instanceof StreamConstraintsException) {
            return "exceeds a limit: nesting " + JsonRules.MAX_DEPTH + ", numbers " + JsonRules.MAX_NUMBER_CHARACTERS
                    + " characters, strings as configured";
        }
        if (fault instanceof InputCoercionException || cause instanceof InputCoercionException) {
            return "is a number out of range";
        }
        if (fault instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            // Jackson has no types of its own for these faults
            if (fault.getOriginalMessage().startsWith("Trailing token")) {
                return "nothing may follow the JSON value";
            }
            boolean nothing = fault.getOriginalMessage().startsWith("Cannot map `null`");
            return (nothing ? "is missing; it " : "") + expected(mismatch.getTargetType());
        }
        if (cause instanceof StreamReadException broken) {
            return malformed(broken);
        }
        if (fault instanceof JsonMappingException) {
            return "is not valid here, or a field it needs is missing";
        }
        return malformed(fault);
    }

    private static String malformed(JacksonException fault) {
        JsonLocation at = fault.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        boolean twice = Objects.toString(fault.getOriginalMessage(), "").startsWith("Duplicate field");
        return (twice ? "field given twice" : "malformed JSON") + where;
    }

    private static String unknownField(String name, Collection<Object> known) {
        List<String> names = known == null
                ? List.of()
                : known.stream().map(Object::toString).sorted().toList();
        List<String> near = NearMatches.of(name, names);
        return near.isEmpty() ? "unknown field" : "unknown field; near: " + String.join(", ", near);
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "must be one of " + legal(type);
        }
        if (WHOLE.contains(type)) {
            return "must be a whole number, unquoted, without a fraction";
        }
        if (type == double.class || type == Double.class) {
            return "must be a number, unquoted";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type == String.class) {
            return "must be a string";
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "must be an array" : "must be an object";
    }

    /** The values of an enum as JSON shows them. */
    static String legal(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String path(JacksonException fault) {
        if (fault instanceof JsonMappingException mapping) {
            StringBuilder path = new StringBuilder();
            for (JsonMappingException.Reference step : mapping.getPath()) {
                step(path, step.getFieldName(), step.getIndex());
            }
            return path.toString();
        }
        return fault.getProcessor() instanceof JsonParser parser ? path(parser.getParsingContext()) : "";
    }

    private static String path(JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        StringBuilder path = new StringBuilder(path(context.getParent()));
        step(path, context.getCurrentName(), context.inArray() ? context.getCurrentIndex() : -1);
        return path.toString();
    }

    /**
     * Adds a step to the path of a field.
     *
     * @param name of a member; null for an item
     * @param index of an item; negative if neither is known
     */
    public static void step(StringBuilder path, String name, int index) {
        if (name != null) {
            path.append(path.isEmpty() ? "" : ".").append(name, 0, Math.min(name.length(), LONGEST_NAME));
        } else if (index >= 0) {
            path.append('[').append(index).append(']');
        }
    }
}

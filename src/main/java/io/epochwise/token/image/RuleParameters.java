package io.epochwise.token.image;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parameters of a rule as the catalog gives them, read with checks. Values are {@link BigDecimal}, {@link String},
 * {@link Boolean} or a nested map of the same.
 */
public final class RuleParameters {
    private final String path;
    private final Map<String, Object> values;

    /** @param values parameter names to values */
    public RuleParameters(Map<String, ?> values) {
        this("", values);
    }

    private RuleParameters(String path, Map<String, ?> values) {
        this.path = path;
        this.values = new TreeMap<>(values);
    }

    /** @throws IllegalArgumentException if a parameter of another name is present */
    public RuleParameters only(Set<String> names) {
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "unknown parameter " + path + name + ", known are " + new TreeSet<>(names));
            }
        }
        return this;
    }

    /** All parameters by name. */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** These parameters, those of the other set in place of the ones of the same names. */
    public RuleParameters with(RuleParameters others) {
        Map<String, Object> all = new TreeMap<>(values);
        all.putAll(others.values);
        return new RuleParameters(path, all);
    }

    /** Whether the parameter is present. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** @throws IllegalArgumentException if absent or not a whole number from 0 to 2,147,483,647 */
    public int integer(String name) {
        BigDecimal value = decimal(name);
        try {
            int result = value.intValueExact();
            if (result >= 0) {
                return result;
            }
        } catch (ArithmeticException e) {
            // reported below
        }
        throw new IllegalArgumentException("parameter " + path + name + " is not a whole number in range: " + value);
    }

    /** @throws IllegalArgumentException if absent or not a whole number from {@code least} to {@code most} */
    public int integer(String name, int least, int most) {
        int value = integer(name);
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "parameter " + path + name + " must be from " + least + " to " + most + ": " + value);
        }
        return value;
    }

    /**
     * A length.
     *
     * @return pixels, from 1 to {@link ImageRule#MAX_SIDE}
     * @throws IllegalArgumentException if absent or not a whole number in that range
     */
    public int pixels(String name) {
        return integer(name, 1, ImageRule.MAX_SIDE);
    }

    /**
     * A number of tokens, bounded so that a rule that multiplies it by every pixel of the largest image cannot overflow.
     *
     * @return tokens, from 1 to 1,000,000
     * @throws IllegalArgumentException if absent or not a whole number in that range
     */
    public int tokens(String name) {
        return integer(name, 1, 1_000_000);
    }

    /** @throws IllegalArgumentException if absent or not a decimal of zero or more */
    public BigDecimal decimal(String name) {
        if (values.get(name) instanceof BigDecimal value && value.signum() >= 0) {
            return value;
        }
        throw new IllegalArgumentException("parameter " + path + name + " must be a number of zero or more");
    }

    /** @throws IllegalArgumentException if absent or not text */
    public String text(String name) {
        if (values.get(name) instanceof String value) {
            return value;
        }
        throw new IllegalArgumentException("parameter " + path + name + " must be text");
    }

    /** @throws IllegalArgumentException if absent or not one of the texts */
    public String oneOf(String name, List<String> texts) {
        String value = text(name);
        if (!texts.contains(value)) {
            throw new IllegalArgumentException("parameter " + path + name + " must be one of " + texts + ": " + value);
        }
        return value;
    }

    /**
     * Yes or no: a Boolean, or one of the texts {@code true} and {@code false}, as which YAML is read.
     *
     * @throws IllegalArgumentException if absent or neither
     */
    public boolean flag(String name) {
        Object value = values.get(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        if ("true".equals(value) || "false".equals(value)) {
            return "true".equals(value);
        }
        throw new IllegalArgumentException("parameter " + path + name + " must be true or false");
    }

    /** The nested parameters of that name, empty if absent. */
    @SuppressWarnings("unchecked")
    public Optional<RuleParameters> group(String name) {
        return values.get(name) instanceof Map<?, ?> map
                ? Optional.of(new RuleParameters(path + name + ".", (Map<String, ?>) map))
                : Optional.empty();
    }
}

package io.epochwise.client.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Compares JSON with what the client made of it, field by field, and counts the answers' fields. */
final class Fields {
    private static final String ADDED = " is added";
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private int compared;
    private int decimals;
    private String longest = "";

    /**
     * Nothing is lost, added or changed.
     *
     * @param answered as the service wrote it
     * @param kept the same, read into the client's types and written again
     * @throws IllegalStateException naming each field that is missing, too much or different
     */
    void answer(String what, JsonNode answered, JsonNode kept) {
        List<String> differences = new ArrayList<>();
        compare("", answered, kept, this::sameAnswered, differences);
        refuse(what, differences);
    }

    /**
     * Nothing is lost or changed, and only defaults are added, which the client gives its objects; a number may have become a
     * string.
     *
     * @param defaults name and value of those that the document tells, such as {@code detail="auto"}
     */
    void question(String what, JsonNode asked, JsonNode written, Set<String> defaults) {
        List<String> differences = new ArrayList<>();
        compare("", asked, written, Fields::sameAsked, differences);
        differences.removeIf(difference -> difference.endsWith(ADDED)
                && defaults.contains(difference.substring(
                        difference.lastIndexOf('.', difference.indexOf('=')) + 1, difference.length() - ADDED.length())));
        refuse(what, differences);
    }

    private static void refuse(String what, List<String> differences) {
        if (!differences.isEmpty()) {
            throw new IllegalStateException(what + ": " + String.join("; ", differences));
        }
    }

    private static void compare(
            String path, JsonNode before, JsonNode after, BiPredicate<JsonNode, JsonNode> same, List<String> differences) {
        if (before == null) {
            differences.add(path + '=' + after + ADDED);
        } else if (after == null) {
            differences.add(path + " is lost");
        } else if (before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + '.' + name, before.get(name), after.get(name), same, differences));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(path + '[' + i + ']', before.get(i), after.get(i), same, differences);
            }
        } else if (!same.test(before, after)) {
            differences.add(path + " was " + before + " and is " + after);
        }
    }

    /** A number is the same if its value is; all else, so also a decimal in a string, if it is so to the character. */
    private boolean sameAnswered(JsonNode answered, JsonNode kept) {
        compared++;
        if (answered.isTextual() && DECIMAL.matcher(answered.textValue()).matches()) {
            decimals++;
            longest = answered.textValue().length() > longest.length() ? answered.textValue() : longest;
        }
        return answered.isNumber() && kept.isNumber()
                ? answered.decimalValue().compareTo(kept.decimalValue()) == 0
                : answered.equals(kept);
    }

    private static boolean sameAsked(JsonNode asked, JsonNode written) {
        return asked.isNumber()
                ? asked.decimalValue().compareTo(new BigDecimal(written.asText())) == 0
                : asked.equals(written);
    }

    /** The longest decimal that was compared. */
    String longest() {
        return longest;
    }

    @Override
    public String toString() {
        return compared + " fields, " + decimals + " of them decimals, the longest " + longest;
    }
}

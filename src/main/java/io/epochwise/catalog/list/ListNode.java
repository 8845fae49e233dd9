package io.epochwise.catalog.list;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A value of a list file. Numbers stay as they are written, because a price is judged by its digits and a number such as
 * {@code 1e999999} must never be computed with.
 */
sealed interface ListNode {
    /** An object; the keys in the file's order, a key that stands twice is {@link Missing#TWICE}. */
    record Entry(Map<String, ListNode> values) implements ListNode {}

    /** An array. */
    record Items(List<ListNode> values) implements ListNode {}

    /** A string. */
    record Text(String value) implements ListNode {}

    /** A number, or NaN or an infinity, as written. */
    record Number(String value) implements ListNode {}

    /** True or false. */
    record Flag(boolean value) implements ListNode {}

    /** Where nothing can be taken from. */
    enum Missing implements ListNode {
        /** No such key, or null. */
        ABSENT,
        /** The key stands twice; nobody knows which value is meant. */
        TWICE,
        /** Nested deeper than any list is. */
        TOO_DEEP
    }

    Pattern COUNT = Pattern.compile("(\\d{1,12})(\\.0*)?");

    /** The values of an object; none if it is no object. */
    default Map<String, ListNode> entries() {
        return this instanceof Entry entry ? entry.values() : Map.of();
    }

    /** The values of an array; none if it is no array. */
    default List<ListNode> items() {
        return this instanceof Items items ? items.values() : List.of();
    }

    /** The value of a key; {@link Missing#ABSENT} if this is no object or has no such key. */
    default ListNode get(String key) {
        return entries().getOrDefault(key, Missing.ABSENT);
    }

    /** The string; null if it is none. */
    default String text() {
        return this instanceof Text text ? text.value() : null;
    }

    /** True or false; null if it is neither. */
    default Boolean flag() {
        return this instanceof Flag flag ? (Boolean) flag.value() : null;
    }

    /** The whole number from 1 to twelve digits; null if it is none. */
    default Long count() {
        if (this instanceof Number number) {
            var whole = COUNT.matcher(number.value());
            if (whole.matches() && Long.parseLong(whole.group(1)) > 0) {
                return Long.valueOf(whole.group(1));
            }
        }
        return null;
    }
}

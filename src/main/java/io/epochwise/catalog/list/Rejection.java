package io.epochwise.catalog.list;

import io.epochwise.fault.Spelling;

/** Why a row of a list is not taken. */
public enum Rejection {
    /** A string, NaN, an infinity, a number out of all bounds or a nested value where a price must be. */
    NOT_A_NUMBER,
    NEGATIVE,
    /** Zero for a model that the list does not call free: a price nobody filled in, and not a gift. */
    ZERO,
    /** Not between 0.000001 and 10,000 USD for 1,000,000 tokens: most likely in another unit. */
    IMPLAUSIBLE,
    /** Reading from the cache dearer than not caching: most likely under the wrong key. */
    CACHED_ABOVE_INPUT,
    /** Reading from the cache dearer than not caching and than writing to it; neither is taken. */
    CACHE_PRICES_SWAPPED,
    /** Writing to the cache cheaper than reading from it: most likely what keeping it for a while costs. */
    CACHE_WRITE_BELOW_READ,
    /** The key stands twice in one object. */
    KEY_TWICE,
    /** The list names the same thing under two names, with different prices; the first is taken. */
    STATED_TWICE,
    /** A price that depends on the time of day. */
    TIME_OF_DAY,
    /** A price in another currency than USD. */
    FOREIGN_CURRENCY,
    /** The name of the model or its provider is missing, too long, or no plain text. */
    UNREADABLE_NAME,
    /** Not in the form that the list's rows have. */
    UNKNOWN_SHAPE;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}

package io.epochwise.dataset.image;

/** What is wrong with a base64 payload, in order of discovery: the first problem is the one that is told. */
public enum Base64Problem {
    /** Nothing: the standard alphabet (RFC 4648, section 4), padded to a multiple of four. */
    NONE,
    /** There are no characters at all. */
    EMPTY,
    /** A character outside the standard alphabet: white space too, and {@code -} or {@code _} of the URL-safe one. */
    INVALID_CHARACTER,
    /** Padding where none belongs, too much or too little of it, or characters after it. */
    BAD_PADDING,
    /** The length is no multiple of four, and there is no padding. */
    TRUNCATED
}

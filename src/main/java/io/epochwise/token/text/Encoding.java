package io.epochwise.token.text;

/** A byte-pair encoding that counts text. Implementations are immutable and safe for use by many threads. */
public interface Encoding {
    /** The encoding's public name, such as {@code o200k_base}. */
    String id();

    /**
     * The number of tokens of a text, exactly as the reference encoder counts ordinary text: spellings of special
     * tokens such as {@code <|endoftext|>} are plain text here.
     *
     * @param text any text; a lone surrogate counts as U+FFFD
     */
    long count(CharSequence text);
}

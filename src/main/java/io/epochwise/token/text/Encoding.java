package io.epochwise.token.text;

/** A byte-pair encoding that counts text. Implementations are immutable and safe for use by many threads. */
public interface Encoding {
    /** How many bytes behind a text must exist, whatever they are, so that eight can be read at once anywhere in it. */
    int PADDING = 8;

    /** The encoding's public name, such as {@code o200k_base}. */
    String id();

    /**
     * The number of tokens of a text, exactly as the reference encoder counts ordinary text: spellings of special
     * tokens such as {@code <|endoftext|>} are plain text here.
     *
     * @param text any text; a lone surrogate counts as U+FFFD
     */
    long count(CharSequence text);

    /**
     * The number of tokens of a text that is at hand as UTF-8.
     *
     * @param utf8 well-formed UTF-8 from {@code from} to {@code to}, and {@value #PADDING} bytes more, which may be anything; only read
     * @param from index of the text's first byte
     * @param to index behind its last byte
     * @return what {@link #count(CharSequence)} returns for the text
     */
    long count(byte[] utf8, int from, int to);
}

package io.epochwise.catalog;

import java.time.LocalDate;

/**
 * The encoding a model counts text with.
 *
 * @param encoding the encoding's public name
 */
public record TextEncoding(String encoding, String source, LocalDate asOf, Grade grade, FactStatus status, String note)
        implements Fact {}

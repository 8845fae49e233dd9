package io.epochwise.catalog;

import io.epochwise.money.Range;
import java.time.LocalDate;

/**
 * The encoding a model counts text with.
 *
 * @param encoding the encoding's public name
 * @param ratio the model's tokens for one of the encoding's, for a model whose own tokenizer is not public or not here: an
 *     estimate; null if the model counts with the encoding itself
 */
public record TextEncoding(
        String encoding, Range ratio, String source, LocalDate asOf, Grade grade, FactStatus status, String note)
        implements Fact {

    /** Whether counting with the encoding gives the model's own count: its own encoding, and a source says so. */
    public boolean exact() {
        return ratio == null && status == FactStatus.STATED;
    }
}

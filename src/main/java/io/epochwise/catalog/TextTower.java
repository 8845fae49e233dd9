package io.epochwise.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The encoder of texts of a model that is trained by contrast: image and text are encoded apart and compared, so neither
 * passes the other's encoder, and nothing is generated.
 *
 * @param contextTokens tokens of a text, to which shorter ones are filled up and longer ones cut
 * @param gigaflopsPerText forward compute for one text in 10^9 floating-point operations
 */
public record TextTower(
        long contextTokens,
        BigDecimal gigaflopsPerText,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}

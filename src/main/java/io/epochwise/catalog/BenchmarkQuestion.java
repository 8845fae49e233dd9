package io.epochwise.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * How long a question of a benchmark is.
 *
 * @param characters on average
 * @param withInstruction whether they include what is added to each question
 */
public record BenchmarkQuestion(
        long characters,
        boolean withInstruction,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {
    private static final BigDecimal CHARACTERS_OF_A_TOKEN = BigDecimal.valueOf(4);

    /** Its tokens, an estimate: characters / 4, rounded to the nearest. */
    public long tokens() {
        return BigDecimal.valueOf(characters)
                .divide(CHARACTERS_OF_A_TOKEN, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}

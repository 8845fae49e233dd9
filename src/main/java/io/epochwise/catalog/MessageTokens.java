package io.epochwise.catalog;

import io.epochwise.token.MessageOverhead;
import java.time.LocalDate;

/**
 * What the packaging of messages counts.
 *
 * @param overhead the constants
 * @param toolFamily the family of constants for tool definitions, see {@code token.text.ToolTokens}; null if unknown
 */
public record MessageTokens(
        MessageOverhead overhead,
        String toolFamily,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}

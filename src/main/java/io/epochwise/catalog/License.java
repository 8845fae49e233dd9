package io.epochwise.catalog;

import java.time.LocalDate;

/**
 * The terms under which a model's weights may be used.
 *
 * @param name its name, an SPDX identifier where there is one
 */
public record License(String name, String source, LocalDate asOf, Grade grade, FactStatus status, String note)
        implements Fact {}

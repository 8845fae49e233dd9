package io.epochwise.catalog;

import java.time.LocalDate;

/**
 * How large a model is.
 *
 * @param total all parameters, those of the vision tower included; null if not known
 * @param active those that run for a token, where that is not all of them (mixture of experts); null for all
 * @param languageModel those of the language model alone; null if not known or the same as all
 */
public record Parameters(
        Long total,
        Long active,
        Long languageModel,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}

package io.epochwise.estimate;

import io.epochwise.dataset.Severity;

/**
 * Something that may make an estimate wrong or the job impossible.
 *
 * @param code what it is
 * @param severity how much it matters
 * @param text the same for this estimate, for a reader
 */
public record Warning(WarningCode code, Severity severity, String text) {}

package io.epochwise.decision;

import io.epochwise.money.Range;

/**
 * What examples cost that are needed because the prompt is shortened.
 *
 * @param examples how many
 * @param upFront what they add to what is paid first
 * @param breakEvenWith the month of break-even; null if there is none
 * @param breakEvenWithout the same if they were not needed
 */
public record AdditionalExamples(long examples, Range upFront, Integer breakEvenWith, Integer breakEvenWithout) {}

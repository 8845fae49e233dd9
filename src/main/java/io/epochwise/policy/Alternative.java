package io.epochwise.policy;

import java.time.LocalDate;

/**
 * An offering that remains where another cannot be had.
 *
 * @param offering its id
 * @param why why it is named
 * @param verdict whether it can be had: called if it is a replacement, else tuned
 * @param until the first day on which it no longer can, by what is known; null if no end is known
 */
public record Alternative(String offering, AlternativeReason why, Verdict verdict, LocalDate until) {}

package io.epochwise.policy;

import java.time.LocalDate;

/**
 * Why a verdict is as it is, or what ends it.
 *
 * @param code what it is
 * @param text the same with its date, for a reader; says so if the vendor promises only that it is not earlier
 * @param on the day from which it is so; null if no date decides
 * @param source where it is known from; null if the catalog says nothing
 */
public record Reason(AvailabilityCode code, String text, LocalDate on, String source) {}

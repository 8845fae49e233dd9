package io.epochwise.api;

import java.time.LocalDate;
import java.util.List;

/**
 * Offerings that match a question.
 *
 * @param catalogVersion the catalog's version
 * @param asOf the day
 * @param offerings in order of their ids
 */
public record OfferingList(String catalogVersion, LocalDate asOf, List<OfferingSummary> offerings) {}

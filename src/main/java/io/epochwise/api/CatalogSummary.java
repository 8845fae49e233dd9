package io.epochwise.api;

import java.time.LocalDate;
import java.util.Map;

/**
 * The catalog at a glance.
 *
 * @param version digest of all facts; changes whenever one does
 * @param asOf the day the answer speaks of
 * @param offerings how many offerings there are
 * @param providers how many of them each provider has
 */
public record CatalogSummary(String version, LocalDate asOf, int offerings, Map<String, Integer> providers) {}

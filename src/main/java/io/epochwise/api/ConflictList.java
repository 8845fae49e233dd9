package io.epochwise.api;

import io.epochwise.catalog.list.Conflict;
import io.epochwise.catalog.list.PriceListSummary;
import java.util.List;

/**
 * Where price lists disagree with the catalog.
 *
 * @param catalogVersion the catalog's version
 * @param lists what was read, the most trusted list first; empty if none is configured
 * @param conflicts in order of the offerings' ids
 */
public record ConflictList(String catalogVersion, List<PriceListSummary> lists, List<Conflict> conflicts) {}

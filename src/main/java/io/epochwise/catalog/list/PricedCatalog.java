package io.epochwise.catalog.list;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogException;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.Offering;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A catalog widened by price lists. Where the catalog has an offering by id or alias, a list adds nothing to it and is
 * only compared. A model it does not have becomes an offering by the first list that knows its prices, in the order of
 * {@link ListKind}, of two files of the same list the later dated; the other lists are compared with that.
 */
public final class PricedCatalog {
    private static final Comparator<PriceList> BY_TRUST = Comparator.comparing(PriceList::kind)
            .thenComparing(PriceList::asOf, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(PriceList::file);

    private final Catalog catalog;
    private final List<PriceList> lists;

    private PricedCatalog(Catalog catalog, List<PriceList> lists) {
        this.catalog = catalog;
        this.lists = lists;
    }

    /**
     * Widens a catalog.
     *
     * @param own the catalog of our own files
     * @param files the files of the lists, each with its folders below the configured one as name
     * @throws CatalogException naming the file if one is no price list
     */
    public static PricedCatalog of(Catalog own, Collection<CatalogFile> files) {
        List<PriceList> lists =
                files.stream().map(PriceListReader::read).sorted(BY_TRUST).toList();
        Set<String> known = new HashSet<>();
        own.offerings().forEach(offering -> enter(offering, known));
        List<Offering> added = new ArrayList<>();
        for (PriceList list : lists) {
            for (ListedModel model : list.models()) {
                boolean isKnown = model.ids().stream().anyMatch(known::contains);
                if (!isKnown && ListedOffering.possible(model)) {
                    List<String> aliases = model.ids().subList(1, model.ids().size());
                    Offering offering = ListedOffering.of(model, list, aliases);
                    enter(offering, known);
                    added.add(offering);
                }
            }
        }
        return new PricedCatalog(own.with(added), lists);
    }

    private static void enter(Offering offering, Set<String> known) {
        known.add(offering.id());
        known.addAll(offering.aliases());
    }

    /** The catalog with the offerings that only the lists know. */
    public Catalog catalog() {
        return catalog;
    }

    /** What was read, in order of trust. */
    public List<PriceListSummary> lists() {
        return lists.stream().map(PriceListSummary::of).toList();
    }

    /**
     * Where a list disagrees by more than 1 % with the catalog's list price, in order of offerings. Prices that the
     * operator negotiated are not compared: they differ on purpose.
     *
     * @param asOf the day on which all lists are compared; null for each list's own day
     * @param today the day on which an undated list is compared
     */
    public List<Conflict> conflicts(LocalDate asOf, LocalDate today) {
        List<Conflict> conflicts = new ArrayList<>();
        for (PriceList list : lists) {
            for (ListedModel model : list.models()) {
                LocalDate day = asOf != null ? asOf : Objects.requireNonNullElse(model.asOf(), today);
                Map<String, Offering> offerings = new LinkedHashMap<>();
                model.ids()
                        .forEach(id -> catalog.find(id).ifPresent(offering -> offerings.put(offering.id(), offering)));
                for (Offering offering : offerings.values()) {
                    conflicts.addAll(new Comparison(offering, list, model, day).conflicts());
                }
            }
        }
        conflicts.sort(Comparator.comparing(Conflict::offering)
                .thenComparing(Conflict::meter)
                .thenComparing(Conflict::tier)
                .thenComparing(Conflict::region, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Conflict::fromInputTokens, Comparator.nullsFirst(Comparator.naturalOrder())));
        return conflicts;
    }
}

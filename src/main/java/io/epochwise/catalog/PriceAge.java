package io.epochwise.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When the sources of a provider's prices spoke, of models and of GPUs, those in force on a day.
 *
 * @param provider who charges them
 * @param oldest the day of the oldest source; null if none is dated
 * @param newest the day of the newest source; null if none is dated
 * @param stale how many prices have a source older than the catalog trusts
 */
public record PriceAge(String provider, LocalDate oldest, LocalDate newest, long stale) {
    private record Row(String provider, Fact price) {}

    /** Of each provider that has prices in force on the day, in order of their names. */
    public static List<PriceAge> of(Catalog catalog, LocalDate day) {
        Stream<Row> models = catalog.offerings().stream().flatMap(offering -> offering.pricesInForce(day).stream()
                .map(price -> new Row(offering.provider(), price)));
        Stream<Row> gpus = catalog.gpuPrices().stream()
                .filter(price -> price.inForce(day))
                .map(price -> new Row(price.provider(), price));
        return Stream.concat(models, gpus)
                .collect(Collectors.groupingBy(
                        Row::provider, TreeMap::new, Collectors.mapping(Row::price, Collectors.toList())))
                .entrySet()
                .stream()
                .map(provider -> of(provider.getKey(), provider.getValue(), catalog.staleAfterDays(), day))
                .toList();
    }

    private static PriceAge of(String provider, List<Fact> prices, int staleAfterDays, LocalDate day) {
        List<LocalDate> dates = prices.stream()
                .map(Fact::asOf)
                .filter(date -> date != null)
                .sorted()
                .toList();
        long stale = prices.stream()
                .filter(price -> price.olderThan(staleAfterDays, day))
                .count();
        return dates.isEmpty()
                ? new PriceAge(provider, null, null, stale)
                : new PriceAge(provider, dates.get(0), dates.get(dates.size() - 1), stale);
    }
}

package io.epochwise.catalog.list;

import io.epochwise.catalog.Meter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The data of genai-prices, {@code data.json} and {@code data_slim.json} with all providers or a provider's YAML file:
 * prices in USD for 1,000,000 tokens, with tiers by input tokens and with the days from which they hold. The day on which
 * a person checked a model's prices, which only the YAML files tell, is the day the prices speak for. Prices that depend
 * on the time of day, and those of audio, images and requests, are not taken.
 */
final class GenaiPricesReader {
    private static final int USD_PER_MILLION = 0;
    private static final Map<String, Meter> METERS = new TreeMap<>(Map.of(
            "input_mtok", Meter.INPUT,
            "output_mtok", Meter.OUTPUT,
            "cache_read_mtok", Meter.CACHED_INPUT,
            "cache_write_mtok", Meter.CACHE_WRITE));

    private GenaiPricesReader() {}

    /** Prices with the first day on which they hold; null if no start is known. */
    private record Period(LocalDate from, ListNode prices) {}

    static List<ListedModel> read(ListFile file, List<RejectedRow> rejected) {
        List<ListedModel> models = new ArrayList<>();
        Stream<ListNode> providers =
                file.root() instanceof ListNode.Items items ? items.values().stream() : Stream.of(file.root());
        providers.forEach(provider -> {
            String id = provider.get("id").text();
            if (!(provider.get("models") instanceof ListNode.Items entries)) {
                rejected.add(new RejectedRow(String.valueOf(id), "models", Rejection.UNKNOWN_SHAPE));
                return;
            }
            entries.values().forEach(entry -> model(id, entry, file, rejected).ifPresent(models::add));
        });
        return models;
    }

    private static Optional<ListedModel> model(
            String provider, ListNode entry, ListFile file, List<RejectedRow> rejected) {
        String id = entry.get("id").text();
        String title = entry.get("name").text();
        ModelRows rows = new ModelRows(String.valueOf(id), title, USD_PER_MILLION, rejected);
        Optional<ListedName> name = ListedName.of(provider, id);
        if (name.isEmpty()) {
            rows.reject("id", Rejection.UNREADABLE_NAME);
            return Optional.empty();
        }
        LocalDate checked = date(entry.get("prices_checked"));
        List<Period> periods = periods(entry.get("prices"), rows);
        for (int i = 0; i < periods.size(); i++) {
            LocalDate from = periods.get(i).from();
            LocalDate to = i + 1 < periods.size() ? periods.get(i + 1).from() : null;
            ListNode prices = periods.get(i).prices();
            METERS.forEach((unit, meter) -> price(rows, PricePlace.of(meter), from, to, unit, prices.get(unit)));
        }
        return Optional.of(new ListedModel(
                name.get().provider(),
                name.get().model(),
                otherModels(provider, entry.get("match")),
                Objects.requireNonNullElse(title, name.get().model()),
                null,
                entry.get("context_window").count(),
                checked == null ? file.asOf() : checked,
                rows.prices()));
    }

    private static void price(
            ModelRows rows, PricePlace place, LocalDate from, LocalDate to, String unit, ListNode value) {
        if (!(value instanceof ListNode.Entry)) {
            rows.add(place, from, to, unit, value);
            return;
        }
        rows.add(place, from, to, unit, value.get("base"));
        for (ListNode tier : value.get("tiers").items()) {
            Long start = tier.get("start").count();
            if (start == null) {
                rows.reject(unit, Rejection.UNKNOWN_SHAPE);
            } else {
                rows.add(place.above(start), from, to, unit, tier.get("price"));
            }
        }
    }

    /** The periods in order of their days; none if the prices depend on more than days. */
    private static List<Period> periods(ListNode prices, ModelRows rows) {
        if (prices instanceof ListNode.Entry) {
            return List.of(new Period(null, prices));
        }
        List<Period> periods = new ArrayList<>();
        for (ListNode item : prices.items()) {
            ListNode condition = item.get("constraint");
            LocalDate from = date(condition.get("start_date"));
            Optional<Rejection> fault = faultOf(condition, from, periods);
            if (fault.isPresent()) {
                rows.reject("prices", fault.get());
                return List.of();
            }
            periods.add(new Period(from, item.get("prices")));
        }
        if (periods.isEmpty()) {
            rows.reject("prices", Rejection.UNKNOWN_SHAPE);
        }
        periods.sort(Comparator.comparing(Period::from, Comparator.nullsFirst(Comparator.naturalOrder())));
        return periods;
    }

    private static Optional<Rejection> faultOf(ListNode condition, LocalDate from, List<Period> earlier) {
        if (condition.entries().containsKey("start_time") || condition.entries().containsKey("end_time")) {
            return Optional.of(Rejection.TIME_OF_DAY);
        }
        if (from == null && condition != ListNode.Missing.ABSENT) {
            return Optional.of(Rejection.UNKNOWN_SHAPE);
        }
        return earlier.stream().anyMatch(period -> Objects.equals(period.from(), from))
                ? Optional.of(Rejection.STATED_TWICE)
                : Optional.empty();
    }

    /** The ids that the list matches word by word; what it matches by pattern is no id. */
    private static List<String> otherModels(String provider, ListNode match) {
        Set<String> ids = new LinkedHashSet<>();
        Stream.concat(Stream.of(match), match.get("or").items().stream())
                .map(clause -> clause.get("equals").text())
                .filter(id -> ListedName.of(provider, id).isPresent())
                .forEach(ids::add);
        return List.copyOf(ids);
    }

    private static LocalDate date(ListNode value) {
        try {
            return value.text() == null ? null : LocalDate.parse(value.text());
        } catch (DateTimeException e) {
            return null;
        }
    }
}

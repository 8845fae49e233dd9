package io.epochwise.catalog.list;

import io.epochwise.catalog.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The {@code api.json} of models.dev: providers by id, their models by id, prices in USD for 1,000,000 tokens, higher ones
 * for long requests in {@code tiers} or, in older files, {@code context_over_200k}. Of the models those are taken that
 * answer in text; the prices of audio and reasoning are not.
 */
final class ModelsDevReader {
    private static final int USD_PER_MILLION = 0;
    private static final long OVER_200K = 200_000;
    private static final Map<String, Meter> METERS = new TreeMap<>(Map.of(
            "input", Meter.INPUT,
            "output", Meter.OUTPUT,
            "cache_read", Meter.CACHED_INPUT,
            "cache_write", Meter.CACHE_WRITE));

    private ModelsDevReader() {}

    static List<ListedModel> read(ListFile file, List<RejectedRow> rejected) {
        List<ListedModel> models = new ArrayList<>();
        file.root().entries().forEach((provider, content) -> {
            if (!(content.get("models") instanceof ListNode.Entry entries)) {
                rejected.add(new RejectedRow(provider, "models", Rejection.UNKNOWN_SHAPE));
                return;
            }
            entries.values().forEach((key, entry) -> model(provider, key, entry, file, rejected)
                    .ifPresent(models::add));
        });
        return models;
    }

    private static Optional<ListedModel> model(
            String provider, String key, ListNode entry, ListFile file, List<RejectedRow> rejected) {
        String title = entry.get("name").text();
        ModelRows rows = new ModelRows(key, title, USD_PER_MILLION, rejected);
        if (!(entry instanceof ListNode.Entry)) {
            rows.rejectShape(key, entry);
            return Optional.empty();
        }
        Optional<ListedName> name = ListedName.of(provider, key);
        if (name.isEmpty()) {
            rows.reject(key, Rejection.UNREADABLE_NAME);
            return Optional.empty();
        }
        ListNode modalities = entry.get("modalities");
        if (modalities.get("output") instanceof ListNode.Items output && !holds(output, "text")) {
            return Optional.empty();
        }
        ListNode cost = entry.get("cost");
        if (cost != ListNode.Missing.ABSENT && !(cost instanceof ListNode.Entry)) {
            rows.rejectShape("cost", cost);
        }
        METERS.forEach((unit, meter) -> rows.add(PricePlace.of(meter), "cost." + unit, cost.get(unit)));
        if (cost.get("tiers") instanceof ListNode.Items tiers) {
            tiers.values().forEach(tier -> above(tier.get("tier").get("size").count(), "cost.tiers", tier, rows));
        } else {
            above(OVER_200K, "cost.context_over_200k", cost.get("context_over_200k"), rows);
        }
        return Optional.of(new ListedModel(
                name.get().provider(),
                name.get().model(),
                List.of(),
                Objects.requireNonNullElse(title, name.get().model()),
                modalities.get("input") instanceof ListNode.Items input ? (Boolean) holds(input, "image") : null,
                entry.get("limit").get("context").count(),
                file.asOf(),
                rows.prices()));
    }

    /** @param tokens the most tokens that the usual prices are for; null if it cannot be read */
    private static void above(Long tokens, String key, ListNode prices, ModelRows rows) {
        if (tokens == null) {
            rows.reject(key, Rejection.UNKNOWN_SHAPE);
        } else {
            METERS.forEach(
                    (unit, meter) -> rows.add(PricePlace.of(meter).above(tokens), key + "." + unit, prices.get(unit)));
        }
    }

    private static boolean holds(ListNode.Items items, String text) {
        return items.values().stream().anyMatch(item -> text.equals(item.text()));
    }
}

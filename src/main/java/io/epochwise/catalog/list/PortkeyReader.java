package io.epochwise.catalog.list;

import io.epochwise.catalog.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Portkey's {@code pricing/<provider>.json}: one object, a model a key, prices in US cents per token. The provider is the
 * file's name alone, with or without {@code portkey-} before and a date behind it. {@code <model>-gt-200k} is no model but
 * the price of {@code <model>} for requests of more than 200,000 tokens, {@code <model>-lte-200k} its usual one.
 *
 * <p>Its fine-tuning prices ({@code finetune_config}) are not taken: what a training token costs, how tokens are rounded
 * and what else is billed is the catalog's own subject, and a price without these would look complete. Neither are its
 * second set of prices by region and mode ({@code custom_pricing}) and what it has for images, audio and search.
 */
final class PortkeyReader {
    private static final int CENTS_PER_TOKEN = 4;
    private static final String TEMPLATE = "default";
    private static final String PREFIX = "portkey-";
    private static final Pattern BY_CONTEXT = Pattern.compile("(.+)-(lte|gt)-(\\d{1,6})k");
    private static final Map<String, Meter> METERS = new TreeMap<>(Map.of(
            "request_token", Meter.INPUT,
            "response_token", Meter.OUTPUT,
            "cache_read_input_token", Meter.CACHED_INPUT,
            "cache_write_input_token", Meter.CACHE_WRITE));

    private PortkeyReader() {}

    static List<ListedModel> read(ListFile file, List<RejectedRow> rejected) {
        String provider = file.stem().startsWith(PREFIX) ? file.stem().substring(PREFIX.length()) : file.stem();
        List<ListedModel> models = new ArrayList<>();
        file.root().entries().forEach((key, entry) -> {
            if (!key.equals(TEMPLATE)) {
                model(provider, key, entry, file, rejected).ifPresent(models::add);
            }
        });
        return models;
    }

    private static Optional<ListedModel> model(
            String provider, String key, ListNode entry, ListFile file, List<RejectedRow> rejected) {
        ModelRows rows = new ModelRows(key, null, CENTS_PER_TOKEN, rejected);
        if (!(entry instanceof ListNode.Entry)) {
            rows.rejectShape(key, entry);
            return Optional.empty();
        }
        Matcher byContext = BY_CONTEXT.matcher(key);
        boolean matches = byContext.matches();
        Optional<ListedName> name = ListedName.of(provider, matches ? byContext.group(1) : key);
        if (name.isEmpty()) {
            rows.reject(key, Rejection.UNREADABLE_NAME);
            return Optional.empty();
        }
        ListNode pricing = entry.get("pricing_config");
        if (pricing != ListNode.Missing.ABSENT && !(pricing instanceof ListNode.Entry)) {
            rows.rejectShape("pricing_config", pricing);
            return Optional.empty();
        }
        ListNode currency = pricing.get("currency");
        if (currency != ListNode.Missing.ABSENT && !"USD".equals(currency.text())) {
            rows.reject("currency", Rejection.FOREIGN_CURRENCY);
            return Optional.empty();
        }
        boolean above = matches && byContext.group(2).equals("gt");
        METERS.forEach((unit, meter) -> {
            PricePlace live = PricePlace.of(meter);
            PricePlace batch = PricePlace.of(BatchMeters.of(meter));
            long limit = above ? Long.parseLong(byContext.group(3)) * 1000 : 0;
            add(rows, above ? live.above(limit) : live, pricing, "pay_as_you_go", unit);
            add(rows, above ? batch.above(limit) : batch, pricing, "batch_config", unit);
        });
        return Optional.of(new ListedModel(
                name.get().provider(),
                name.get().model(),
                List.of(),
                name.get().model(),
                null,
                null,
                file.asOf(),
                rows.prices()));
    }

    private static void add(ModelRows rows, PricePlace place, ListNode pricing, String group, String unit) {
        ListNode value = pricing.get(group).get(unit);
        rows.add(place, group + "." + unit, value instanceof ListNode.Entry ? value.get("price") : value);
    }
}

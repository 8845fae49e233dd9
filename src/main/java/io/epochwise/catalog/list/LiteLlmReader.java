package io.epochwise.catalog.list;

import io.epochwise.catalog.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * LiteLLM's {@code model_prices_and_context_window.json}: one object, a model a key, prices in USD per token as floating
 * point. A key says what it prices in its name: {@code input_cost_per_token_above_200k_tokens_batches}. Of the models
 * those are taken that answer in text; the prices of images, audio, search and of cache entries kept for an hour are not.
 */
final class LiteLlmReader {
    private static final int USD_PER_TOKEN = 6;
    private static final String TEMPLATE = "sample_spec";
    private static final Set<String> TEXT_MODES = Set.of("chat", "completion", "responses");

    private static final Pattern KEY = Pattern.compile(
            "(input_cost_per_token|output_cost_per_token|cache_read_input_token_cost|cache_creation_input_token_cost)"
                    + "(?:_above_(\\d{1,6})k_tokens)?(?:_(batches|flex|priority|ultrafast))?");
    private static final Map<String, Meter> METERS = Map.of(
            "input_cost_per_token", Meter.INPUT,
            "output_cost_per_token", Meter.OUTPUT,
            "cache_read_input_token_cost", Meter.CACHED_INPUT,
            "cache_creation_input_token_cost", Meter.CACHE_WRITE);

    private LiteLlmReader() {}

    static List<ListedModel> read(ListFile file, List<RejectedRow> rejected) {
        List<ListedModel> models = new ArrayList<>();
        file.root().entries().forEach((key, entry) -> {
            String mode = Objects.requireNonNullElse(entry.get("mode").text(), "chat");
            if (!key.equals(TEMPLATE) && TEXT_MODES.contains(mode)) {
                model(key, entry, file, rejected).ifPresent(models::add);
            }
        });
        return models;
    }

    private static Optional<ListedModel> model(String key, ListNode entry, ListFile file, List<RejectedRow> rejected) {
        ModelRows rows = new ModelRows(key, null, USD_PER_TOKEN, rejected);
        if (!(entry instanceof ListNode.Entry)) {
            rows.rejectShape(key, entry);
            return Optional.empty();
        }
        Optional<ListedName> name =
                ListedName.ofPrefixed(entry.get("litellm_provider").text(), key);
        if (name.isEmpty()) {
            rows.reject("litellm_provider", Rejection.UNREADABLE_NAME);
            return Optional.empty();
        }
        entry.entries().forEach((price, value) -> {
            Matcher matcher = KEY.matcher(price);
            if (matcher.matches()) {
                rows.add(place(matcher, name.get()), price, value);
            }
        });
        return Optional.of(new ListedModel(
                name.get().provider(),
                name.get().model(),
                List.of(),
                name.get().model(),
                entry.get("supports_vision").flag(),
                entry.get("max_input_tokens").count(),
                file.asOf(),
                rows.prices()));
    }

    private static PricePlace place(Matcher key, ListedName name) {
        Meter meter = METERS.get(key.group(1));
        String variant = key.group(3);
        boolean batch = "batches".equals(variant);
        PricePlace place = new PricePlace(
                batch ? BatchMeters.of(meter) : meter,
                batch || variant == null ? name.tier() : variant,
                name.region(),
                null);
        return key.group(2) == null ? place : place.above(Long.parseLong(key.group(2)) * 1000);
    }
}

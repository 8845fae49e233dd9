package io.epochwise.catalog.list;

import io.epochwise.catalog.CatalogException;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.Meter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a file of whatever list it is of, and puts the parts of its models together. */
final class PriceListReader {
    /** How the lists name what a model costs that was tuned on another. */
    private static final String TUNED = "ft:";

    private static final Map<Meter, Meter> TUNED_METERS = new EnumMap<>(Map.of(
            Meter.INPUT, Meter.TUNED_INPUT,
            Meter.CACHED_INPUT, Meter.TUNED_CACHED_INPUT,
            Meter.OUTPUT, Meter.TUNED_OUTPUT,
            Meter.BATCH_INPUT, Meter.TUNED_BATCH_INPUT,
            Meter.BATCH_OUTPUT, Meter.TUNED_BATCH_OUTPUT));

    private PriceListReader() {}

    /** @throws CatalogException naming the file if it is no list that is known */
    static PriceList read(CatalogFile file) {
        ListFile listFile = new ListFile(file.name(), ListFileReader.read(file));
        ListKind kind = ListKind.of(listFile.root())
                .orElseThrow(() ->
                        new CatalogException(file.name(), 1, "not a price list of " + List.of(ListKind.values())));
        List<RejectedRow> rejected = new ArrayList<>();
        List<ListedModel> models = whole(kind.read(listFile, rejected), rejected);
        return new PriceList(kind, file.name(), listFile.asOf(), models, List.copyOf(rejected));
    }

    /** The models each once, without those that have no price. */
    private static List<ListedModel> whole(List<ListedModel> parts, List<RejectedRow> rejected) {
        Map<String, ListedModel> byId = new LinkedHashMap<>();
        for (ListedModel part : parts) {
            ListedModel model = part.model().startsWith(TUNED) ? tuned(part) : part;
            byId.merge(model.id(), model, (first, second) -> joined(first, second, rejected));
        }
        return byId.values().stream().filter(model -> !model.prices().isEmpty()).toList();
    }

    /** The model it was tuned on, with these prices as those of its tuned models. */
    private static ListedModel tuned(ListedModel model) {
        return new ListedModel(
                model.provider(),
                model.model().substring(TUNED.length()),
                List.of(),
                model.name().substring(TUNED.length()),
                model.takesImages(),
                model.contextTokens(),
                model.asOf(),
                model.prices().stream()
                        .filter(price -> TUNED_METERS.containsKey(price.place().meter()))
                        .map(price -> price.at(price.place()
                                .with(TUNED_METERS.get(price.place().meter()))))
                        .toList());
    }

    /** The first part, with what only the second has. */
    private static ListedModel joined(ListedModel first, ListedModel second, List<RejectedRow> rejected) {
        List<ListedPrice> prices = new ArrayList<>(first.prices());
        for (ListedPrice price : second.prices()) {
            Optional<ListedPrice> same = first.prices().stream()
                    .filter(other -> other.place().equals(price.place()) && other.overlaps(price))
                    .findFirst();
            if (same.isEmpty()) {
                prices.add(price);
            } else if (same.get().amount().compareTo(price.amount()) != 0) {
                rejected.add(
                        new RejectedRow(second.model(), price.place().meter().toString(), Rejection.STATED_TWICE));
            }
        }
        return first.withPrices(prices);
    }
}

package io.epochwise.catalog.list;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model of a list, its provider and model id in the catalog's terms.
 *
 * @param provider the provider's id in the catalog
 * @param model the vendor's own model id
 * @param otherModels further ids of the vendor's that the list prices alike
 * @param name the name a person reads; the model's id if the list has none
 * @param takesImages whether it takes images in prompts; null if the list does not say
 * @param contextTokens how many tokens fit into a request; null if the list does not say
 * @param asOf the day the prices were checked, or else that of the list; null if unknown
 * @param prices what it costs; never empty
 */
record ListedModel(
        String provider,
        String model,
        List<String> otherModels,
        String name,
        Boolean takesImages,
        Long contextTokens,
        LocalDate asOf,
        List<ListedPrice> prices) {

    /** The id of the model's offering. */
    String id() {
        return provider + "/" + model;
    }

    /** The ids under which the catalog may know it, its own first. */
    List<String> ids() {
        return Stream.concat(Stream.of(model), otherModels.stream())
                .map(other -> provider + "/" + other)
                .distinct()
                .toList();
    }

    ListedModel withPrices(List<ListedPrice> other) {
        return new ListedModel(
                provider, model, otherModels, name, takesImages, contextTokens, asOf, List.copyOf(other));
    }
}

package io.epochwise.catalog.list;

import io.epochwise.catalog.CatalogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files in {@code price-lists}, and what was read of a file in words: one line a price, one line a rejected row. */
final class ListFiles {
    private static final Path FOLDER = Path.of("src/test/resources/price-lists");

    private ListFiles() {}

    static CatalogFile file(String name) {
        try {
            return new CatalogFile(name, Files.readString(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PriceList read(String name) {
        return PriceListReader.read(file(name));
    }

    /** A list whose name ends in {@code .json} with this content. */
    static PriceList read(String name, String text) {
        return PriceListReader.read(new CatalogFile(name, text));
    }

    /** {@code openai/gpt-4o: batch-input 1.25}, then tier, region, threshold and days where there are any. */
    static List<String> prices(PriceList list) {
        return list.models().stream()
                .flatMap(model -> model.prices().stream().map(price -> model.id() + ": " + words(price)))
                .toList();
    }

    static List<String> rejected(PriceList list) {
        return list.rejected().stream()
                .map(row -> row.model() + ": " + row.key() + " " + row.reason())
                .toList();
    }

    private static String words(ListedPrice price) {
        PricePlace place = price.place();
        return Stream.of(
                        place.meter(),
                        price.amount().toPlainString(),
                        place.tier(),
                        place.region(),
                        place.fromInputTokens() == null ? null : "above " + (place.fromInputTokens() - 1),
                        price.from() == null ? null : "from " + price.from(),
                        price.to() == null ? null : "to " + price.to())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}

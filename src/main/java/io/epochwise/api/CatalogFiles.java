package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.catalog.list.PricedCatalog;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the catalog once, at start-up, so that a wrong file stops the service and not a request. */
final class CatalogFiles {
    private static final String FOLDER = "catalog/";
    private static final Pattern PRICE_LIST = Pattern.compile(".+\\.(json|ya?ml)");

    @Produces
    @Singleton
    @Startup
    PricedCatalog pricedCatalog(CatalogConfig config) {
        List<CatalogFile> files = new ArrayList<>();
        List<CatalogFile> priceLists = new ArrayList<>();
        try {
            for (String name : Resources.text(FOLDER + "index").lines().toList()) {
                files.add(new CatalogFile(name, Resources.text(FOLDER + name)));
            }
            if (config.directory().isPresent()) {
                addFrom(config.directory().get(), files);
            }
            if (config.priceLists().isPresent()) {
                addPriceLists(config.priceLists().get(), priceLists);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the catalog: " + e.getMessage(), e);
        }
        int staleAfterDays =
                Setting.within(0, Integer.MAX_VALUE, "epochwise.catalog.stale-after-days", config.staleAfterDays());
        return PricedCatalog.of(CatalogLoader.load(files, priceLists, staleAfterDays), priceLists);
    }

    @Produces
    @Singleton
    Catalog catalog(PricedCatalog priced) {
        return priced.catalog();
    }

    private static void addFrom(Path directory, List<CatalogFile> files) throws IOException {
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory, "*.yaml")) {
            for (Path path : paths) {
                files.add(new CatalogFile(path.getFileName().toString(), Files.readString(path)));
            }
        }
    }

    private static void addPriceLists(Path place, List<CatalogFile> priceLists) throws IOException {
        if (!Files.isDirectory(place)) {
            addPriceList(place, place.getFileName(), priceLists);
            return;
        }
        try (Stream<Path> paths = Files.walk(place)) {
            for (Path path : paths.sorted().toList()) {
                if (Files.isRegularFile(path) && isPriceList(place.relativize(path))) {
                    addPriceList(path, place.relativize(path), priceLists);
                }
            }
        }
    }

    /** Not what is hidden: where a folder is a mounted ConfigMap, all its files are in a hidden one a second time. */
    private static boolean isPriceList(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                        .noneMatch(name -> name.toString().startsWith("."))
                && PRICE_LIST.matcher(path.getFileName().toString()).matches();
    }

    /** Goes by its path below the configured folder, with slashes on every system: a folder's name may hold the date. */
    private static void addPriceList(Path path, Path name, List<CatalogFile> priceLists) throws IOException {
        String slashed = StreamSupport.stream(name.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
        priceLists.add(new CatalogFile(slashed, new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
    }
}

package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The catalogs that tests of estimates read. */
final class TestCatalogs {
    /** The one that ships with the service. */
    static final Catalog BUILT_IN = load(Path.of("src/main/resources/catalog"));

    /** A small one in which every rule has its case. */
    static final Catalog LAB = load(Path.of("src/test/resources/estimate"));

    private TestCatalogs() {}

    private static Catalog load(Path folder) {
        return load(folder, Integer.MAX_VALUE);
    }

    /** The small one, for which prices are old after so many days. */
    static Catalog lab(int staleAfterDays) {
        return load(Path.of("src/test/resources/estimate"), staleAfterDays);
    }

    private static Catalog load(Path folder, int staleAfterDays) {
        List<CatalogFile> files = new ArrayList<>();
        try (var paths = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path path : paths) {
                files.add(new CatalogFile(path.getFileName().toString(), Files.readString(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CatalogLoader.load(files, List.of(), staleAfterDays);
    }
}

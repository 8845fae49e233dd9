package io.epochwise.benchmark;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The catalog as it is built in. */
final class Catalogs {
    /** The day on which everything is asked. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private Catalogs() {}

    static Catalog builtIn() throws IOException {
        List<CatalogFile> files = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(Path.of("src/main/resources/catalog"), "*.yaml")) {
            for (Path path : paths) {
                files.add(new CatalogFile(path.getFileName().toString(), Files.readString(path)));
            }
        }
        return CatalogLoader.load(files, List.of(), Integer.MAX_VALUE);
    }
}

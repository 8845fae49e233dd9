package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the catalog once, at start-up, so that a wrong file stops the service and not a request. */
final class CatalogFiles {
    private static final String FOLDER = "catalog/";

    @Produces
    @Singleton
    @Startup
    Catalog catalog(CatalogConfig config) {
        List<CatalogFile> files = new ArrayList<>();
        try {
            for (String name : Resources.text(FOLDER + "index").lines().toList()) {
                files.add(new CatalogFile(name, Resources.text(FOLDER + name)));
            }
            if (config.directory().isPresent()) {
                addFrom(config.directory().get(), files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the catalog: " + e.getMessage(), e);
        }
        return CatalogLoader.load(files, config.staleAfterDays());
    }

    private static void addFrom(Path directory, List<CatalogFile> files) throws IOException {
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory, "*.yaml")) {
            for (Path path : paths) {
                files.add(new CatalogFile(path.getFileName().toString(), Files.readString(path)));
            }
        }
    }
}

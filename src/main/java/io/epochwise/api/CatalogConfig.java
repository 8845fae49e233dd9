package io.epochwise.api;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the catalog comes from besides the files that ship with the service. */
@ConfigMapping(prefix = "epochwise.catalog")
public interface CatalogConfig {
    /** A folder of {@code *.yaml} files: one named like a built-in file replaces it, any other is added. */
    Optional<Path> directory();
}

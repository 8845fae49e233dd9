package io.epochwise.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the catalog comes from besides the files that ship with the service. */
@ConfigMapping(prefix = "epochwise.catalog")
public interface CatalogConfig {
    /** A folder of {@code *.yaml} files: one named like a built-in file replaces it, any other is added. */
    Optional<Path> directory();

    /** After how many days, from 0 on, a source is too old to be trusted with a price: estimates then say so. */
    @WithDefault("180")
    int staleAfterDays();

    /**
     * A price list that others keep, as JSON or YAML, or a folder of such: they add models that no file of the catalog has,
     * and are compared with the catalog where one has. None is ever fetched.
     */
    Optional<Path> priceLists();
}

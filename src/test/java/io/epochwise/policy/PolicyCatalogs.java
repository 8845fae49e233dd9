package io.epochwise.policy;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The catalogs that tests of policies read. */
final class PolicyCatalogs {
    /** A small one in which every rule has its case. */
    static final Catalog SMALL = small();

    private PolicyCatalogs() {}

    private static Catalog small() {
        List<CatalogFile> files = new ArrayList<>();
        try (var paths = Files.newDirectoryStream(Path.of("src/test/resources/policy"), "*.yaml")) {
            for (Path path : paths) {
                files.add(new CatalogFile(path.getFileName().toString(), Files.readString(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CatalogLoader.load(files);
    }

    /** A catalog of one offering, {@code lab/model}, with these keys beside the usual ones. */
    static Catalog lab(String keys) {
        return lab(keys, "");
    }

    /** The same with more offerings, indented as in a file. */
    static Catalog lab(String keys, String offerings) {
        return CatalogLoader.load(List.of(new CatalogFile("lab.yaml", """
                provider: lab
                sources:
                  PAGE: { citation: "a page", asOf: 2026-01-31, grade: official }
                  BLOG: { citation: "a blog", asOf: 2026-02-28, grade: secondary }
                offerings:
                  - id: lab/model
                    name: Model
                    kind: hosted
                """ + keys.indent(4) + offerings)));
    }
}

package io.epochwise.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The files that ship with the service. */
public class BuiltInCatalogTest {
    /** The built-in catalog, for tests of other packages too. */
    public static Catalog builtIn() {
        Path folder = Path.of("src/main/resources/catalog");
        List<CatalogFile> files = new ArrayList<>();
        try (var paths = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path path : paths) {
                files.add(new CatalogFile(path.getFileName().toString(), Files.readString(path)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return CatalogLoader.load(files);
    }

    @Test
    void loads() {
        assertThat(builtIn().find("openai/gpt-4o-2024-08-06")).isPresent();
    }
}

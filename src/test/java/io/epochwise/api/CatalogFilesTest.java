package io.epochwise.api;

import io.epochwise.catalog.CatalogException;
import io.epochwise.catalog.list.PriceListSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which files are price lists, and what stops the start. */
class CatalogFilesTest {
    private static final String LIST =
            "{\"m\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-6, \"output_cost_per_token\": 2e-6}}";

    @TempDir
    private Path folder;

    private record Config(Optional<Path> directory, Optional<Path> priceLists, int staleAfterDays)
            implements CatalogConfig {}

    private static List<PriceListSummary> lists(Path place) {
        return new CatalogFiles()
                .pricedCatalog(new Config(Optional.empty(), Optional.of(place), 180))
                .lists();
    }

    private Path write(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    @Test
    void aFolderIsReadWithItsFolders() throws IOException {
        write("litellm-2026-08-20.json", LIST);
        write("older/2026-01-02/litellm.json", LIST);
        write("yaml/acme.yml", "{id: acme, models: [{id: m, prices: {input_mtok: 1, output_mtok: 2}}]}");
        write("README.md", "of where they come from");
        write(".schema.json", "{}");
        assertThat(lists(folder))
                .extracting(list -> list.file() + " " + list.asOf())
                .containsExactly(
                        "yaml/acme.yml null",
                        "litellm-2026-08-20.json 2026-08-20",
                        "older/2026-01-02/litellm.json 2026-01-02");
    }

    /** As Kubernetes mounts a ConfigMap: names are links into a hidden folder. */
    @Test
    void aMountedFolderIsReadOnce() throws IOException {
        write("..2026_11_27_05_40_18/litellm.json", LIST);
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_11_27_05_40_18"));
        Files.createSymbolicLink(folder.resolve("litellm.json"), Path.of("..data/litellm.json"));
        assertThat(lists(folder)).extracting(PriceListSummary::file).containsExactly("litellm.json");
    }

    @Test
    void aFileIsReadWhateverItsName() throws IOException {
        assertThat(lists(write("litellm-2026-08-20.json", LIST)))
                .singleElement()
                .extracting(PriceListSummary::file)
                .isEqualTo("litellm-2026-08-20.json");
        assertThat(lists(write("prices", LIST))).singleElement().satisfies(list -> {
            assertThat(list.asOf()).isNull();
            assertThat(list.models()).isEqualTo(1);
        });
    }

    @Test
    void aFileThatIsNoPriceListStopsTheStart() throws IOException {
        write("litellm.json", LIST);
        write("sub/package.json", "{\"name\": \"something\"}");
        assertThatThrownBy(() -> lists(folder))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("sub/package.json:1: not a price list");
    }

    @Test
    void aPlaceThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> lists(folder.resolve("nowhere")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nowhere");
    }
}

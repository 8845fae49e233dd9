package io.epochwise.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/catalog.md} is what the catalog holds. {@code -Dcatalog.page.update=true} writes it anew. */
class CatalogPageTest {
    private static final Path PAGE = Path.of("docs/catalog.md");

    @Test
    void showsTheCatalog() throws IOException {
        String page = CatalogPage.of(BuiltInCatalogTest.builtIn());
        if (Boolean.getBoolean("catalog.page.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/catalog.md; write it anew with mvn test -Dtest=CatalogPageTest -Dcatalog.page.update=true")
                .isEqualTo(page);
    }

    @Test
    void saysWhatIsNotKnown() {
        String page = CatalogPage.of(BuiltInCatalogTest.builtIn());
        assertThat(page)
                .contains("*not found*")
                .contains("**conflict**")
                .contains("[sft], on images not known")
                .contains("### openai/gpt-4o-2024-08-06");
    }
}

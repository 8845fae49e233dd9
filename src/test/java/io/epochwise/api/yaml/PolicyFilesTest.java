package io.epochwise.api.yaml;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A wrong policy stops the start and names its file. */
@QuarkusTest
class PolicyFilesTest {
    @Inject
    ObjectMapper json;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxTotl: 100 | team-b.yaml: maxTotl unknown field",
                "maxTotal: -1 | team-b.yaml: maxTotal must be",
                "maxTotal: ten | team-b.yaml: maxTotal must be",
                "currency: USD | team-b.yaml: must have at least one of",
                "'maxTotal: [' | team-b.yaml: maxTotal[0] malformed YAML",
                "'' | team-b.yaml: is empty",
            })
    void aWrongFileIsNamed(String text, String fault) throws Exception {
        Files.writeString(folder.resolve("team-b.yaml"), text + "\n");
        assertThatThrownBy(() -> new PolicyFiles(() -> Optional.of(folder), json))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(fault);
    }

    @Test
    void aFolderThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> new PolicyFiles(() -> Optional.of(folder.resolve("none")), json))
                .hasMessageContaining("cannot read policies");
    }
}

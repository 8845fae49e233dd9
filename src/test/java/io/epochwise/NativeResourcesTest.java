package io.epochwise;

import io.epochwise.token.text.Encodings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A native executable holds only the resources that a setting lists: they must be all that the code reads when it runs. */
class NativeResourcesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path CODE = Path.of("src/main/java/io/epochwise");
    private static final Pattern READING =
            Pattern.compile("\\bgetResource(AsStream|s?\\()|\\bResources\\.(text|find)\\(");

    private static boolean isIncluded(String resource) throws IOException {
        Properties settings = new Properties();
        try (Reader in = Files.newBufferedReader(RESOURCES.resolve("application.properties"))) {
            settings.load(in);
        }
        return Arrays.stream(settings.getProperty("quarkus.native.resources.includes")
                        .split(","))
                .anyMatch(glob ->
                        FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(resource)));
    }

    @Test
    void areTheCatalogAndItsIndex() throws IOException {
        assertThat(isIncluded("catalog/index")).isTrue();
        try (Stream<Path> files = Files.list(RESOURCES.resolve("catalog"))) {
            for (Path file : files.toList()) {
                assertThat(isIncluded(RESOURCES.relativize(file).toString()))
                        .as(file.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void areTheVocabularies() throws IOException {
        for (String id : Encodings.ids()) {
            String resource = "com/knuddels/jtokkit/" + id + ".tiktoken";
            assertThat(Encodings.class.getClassLoader().getResource(resource))
                    .as(resource)
                    .isNotNull();
            assertThat(isIncluded(resource)).as(resource).isTrue();
        }
    }

    @Test
    void areTheDescriptionsOfTools() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("mcp"))) {
            for (Path file : files.toList()) {
                assertThat(isIncluded(RESOURCES.relativize(file).toString()))
                        .as(file.toString())
                        .isTrue();
            }
        }
    }

    /**
     * If another class reads resources when the service runs, see that the setting lists them and add it here. Those of
     * {@code BuiltDocument} are included by the platform; the rest of {@code api.document} runs while the application is built.
     */
    @Test
    void areReadByTheseClassesOnly() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            assertThat(files.filter(Files::isRegularFile).filter(NativeResourcesTest::readsResources))
                    .map(file -> CODE.relativize(file).toString().replace('\\', '/'))
                    .containsExactlyInAnyOrder(
                            "api/CatalogFiles.java",
                            "api/mcp/AssistantTools.java",
                            "api/Resources.java",
                            "api/document/BuiltDocument.java",
                            "api/document/DocumentedExamples.java",
                            "api/document/DocumentedSchemas.java",
                            "token/text/Vocabulary.java");
        }
    }

    private static boolean readsResources(Path file) {
        try {
            return READING.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

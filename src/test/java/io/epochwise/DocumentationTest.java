package io.epochwise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages to read are all listed, and their links lead somewhere. */
class DocumentationTest {
    private static final Path FOLDER = Path.of("docs");
    private static final Path INDEX = FOLDER.resolve("README.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(FOLDER)) {
            List<Path> all =
                    pages.filter(page -> page.toString().endsWith(".md")).toList();
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")), all.stream());
        }
    }

    @Test
    void everyPageIsListed() throws IOException {
        String index = Files.readString(INDEX);
        assertThat(pages().filter(page -> page.startsWith(FOLDER) && !page.equals(INDEX)))
                .allMatch(page -> index.contains("](" + page.getFileName() + ")"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        Set<String> links = LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://"))
                .collect(Collectors.toSet());
        for (String link : links) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty()
                    ? page
                    : page.toAbsolutePath().getParent().resolve(parts[0]).normalize();
            assertThat(target).as(page + ": " + link).exists();
            if (parts.length > 1) {
                assertThat(anchors(target)).as(page + ": " + link).contains(parts[1]);
            }
        }
    }

    /** The names by which headings can be linked, as GitHub makes them. */
    private static Set<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}

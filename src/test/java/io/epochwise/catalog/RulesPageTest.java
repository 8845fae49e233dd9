package io.epochwise.catalog;

import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageRules;
import io.epochwise.token.image.ImageTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/rules.md} and its pictures are what the rules count. {@code -Drules.page.update=true} writes them anew. */
class RulesPageTest {
    private static final boolean UPDATE = Boolean.getBoolean("rules.page.update");
    private static final String HOW = "; write it anew with mvn test -Dtest=RulesPageTest -Drules.page.update=true";
    private static final Path PAGE = Path.of("docs/rules.md");
    private static final Path PICTURES = PAGE.resolveSibling(RulesPage.PICTURES);
    private static final Path WORDS = Path.of("src/test/resources/rules/words.md");

    private final Catalog catalog = BuiltInCatalogTest.builtIn();

    @Test
    void showsTheRules() throws IOException {
        String page = RulesPage.of(catalog, Files.readString(WORDS));
        if (UPDATE) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).as(PAGE + HOW).isEqualTo(page);
    }

    @Test
    void showsHowImagesAreCut() throws IOException {
        Map<String, String> pictures = RulesPage.pictures(catalog);
        if (UPDATE) {
            Files.createDirectories(PICTURES);
            for (Map.Entry<String, String> picture : pictures.entrySet()) {
                Files.writeString(PICTURES.resolve(picture.getKey()), picture.getValue());
            }
        }
        try (Stream<Path> files = Files.list(PICTURES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as(PICTURES + HOW)
                    .containsExactlyInAnyOrderElementsOf(pictures.keySet());
        }
        for (Map.Entry<String, String> picture : pictures.entrySet()) {
            assertThat(PICTURES.resolve(picture.getKey()))
                    .as(picture.getKey() + HOW)
                    .hasContent(picture.getValue());
        }
    }

    @Test
    void everyRuleIsInWords() throws IOException {
        assertThat(RulesPage.sections(Files.readString(WORDS)).keySet())
                .containsExactlyInAnyOrderElementsOf(ImageRules.ids());
    }

    /** Of each parameter set that a model has. */
    static Stream<ImageRuleFact> pictured() {
        return RulePicture.rules().stream()
                .flatMap(rule -> RulesPage.facts(BuiltInCatalogTest.builtIn(), rule)
                        .map(RulesPage.Use::fact)
                        .collect(Collectors.toMap(ImageRuleFact::parameters, fact -> fact, (one, other) -> one))
                        .values()
                        .stream());
    }

    @ParameterizedTest
    @MethodSource("pictured")
    void whatIsPicturedCountsAsTheRuleCounts(ImageRuleFact fact) {
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            int width = 1 + random.nextInt(5000);
            int height = Math.max(1, Math.min(5000, (int) (width * Math.exp(random.nextGaussian() / 2))));
            ImageTokens tokens = fact.compile().tokens(width, height, Detail.AUTO);
            long pictured = RulePicture.of(fact.rule(), width, height, fact.parameters())
                    .tokens();
            if (tokens instanceof ImageTokens.Counted counted) {
                assertThat(pictured)
                        .as(fact.rule() + " " + fact.parameters() + ": " + width + " x " + height)
                        .isEqualTo(counted.tokens().expected());
            }
        }
    }
}

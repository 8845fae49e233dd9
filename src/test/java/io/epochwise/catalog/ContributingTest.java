package io.epochwise.catalog;

import io.epochwise.token.MessageOverhead;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What CONTRIBUTING.md says of the catalog's format is so. */
class ContributingTest {
    private static final String PAGE = page();

    private static String page() {
        try {
            return Files.readString(Path.of("CONTRIBUTING.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> examples() {
        return Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(PAGE)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void examplesLoad() {
        assertThat(examples()).hasSize(2);
        Catalog catalog = CatalogLoader.load(List.of(
                new CatalogFile("acme.yaml", examples().get(0)),
                new CatalogFile("own.yaml", examples().get(1))));
        Offering seer = catalog.require("acme/seer");
        PriceQuery training = new PriceQuery(Meter.TRAINING, null, null, null, LocalDate.of(2026, 11, 23));
        assertThat(seer.price(training)).map(Price::grade).contains(Grade.OWN);
        assertThat(seer.prices()).hasSize(4);
        assertThat(seer.fineTuning().methods()).containsExactly(Method.SFT, Method.DPO);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Offering.class,
                Price.class,
                Promotion.class,
                LifeCycleEvent.class,
                Limit.class,
                RetentionRule.class,
                ImageRuleFact.class,
                TextEncoding.class,
                MessageOverhead.class,
                ContextTokens.class,
                FineTuning.class,
                PromptCaching.class,
                Serving.class,
                Parameters.class,
                VisionTower.class,
                TextTower.class,
                MemoryNeed.class,
                ServingThroughput.class,
                License.class,
                GpuType.class,
                GpuPrice.class,
                MemoryRule.class,
                Benchmark.class,
                BenchmarkSplit.class,
                ImagesPerQuestion.class,
                BenchmarkImageSizes.class,
                BenchmarkTypicalImage.class,
                BenchmarkQuestion.class,
                BenchmarkInstruction.class,
                BenchmarkAnswer.class,
                BenchmarkScore.class,
                Harness.class
            })
    void everyKeyIsListed(Class<?> row) {
        // Not keys: the provider is the file's, tiers come from the prices, own prices stand apart.
        Set<String> noKeys = row == Offering.class ? Set.of("provider", "tiers", "ownPrices") : Set.of();
        assertThat(Stream.of(row.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !noKeys.contains(name)))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(PAGE).contains("`" + key + "`"));
    }

    @Test
    void everyGradeStatusAndReadingIsExplained() {
        for (Grade grade : Grade.values()) {
            assertThat(PAGE).containsPattern("# .*\\b" + grade + "\\b");
        }
        Stream.of(FactStatus.values(), Reading.values()).flatMap(Stream::of).forEach(word -> assertThat(PAGE)
                .contains("`" + word + "`"));
    }
}

package io.epochwise.api;

import io.epochwise.catalog.BuiltInCatalogTest;
import io.epochwise.catalog.Catalog;
import io.epochwise.dataset.DatasetProfiler;
import io.epochwise.dataset.ProfileLimits;
import io.epochwise.dataset.Sharing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the first command of the README shows. */
class FirstBudgetTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();

    private static List<String> lines(Path dataset, String day) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FirstBudget(
                        CATALOG,
                        new DatasetProfiler(CATALOG, ProfileLimits.DEFAULT, Sharing.NONE),
                        LocalDate.parse(day))
                .print(dataset, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static List<String> offerings(List<String> lines) {
        return lines.stream()
                .filter(line -> line.matches("[a-z-]+/\\S+ .*"))
                .map(line -> line.split(" ", 2)[0])
                .toList();
    }

    @Test
    void hostedOfferingsAreShownTheCheapestFirst() throws IOException {
        List<String> lines = lines(Path.of("samples/invoices-and-charts.jsonl"), "2026-11-23");
        List<String> offerings = offerings(lines);
        assertThat(offerings)
                .contains("openai/gpt-4o-2024-08-06", "azure/gpt-4o-2024-08-06", "google/gemini-3.5-flash")
                .containsSubsequence(
                        "fireworks/qwen2p5-vl-7b-instruct", "azure/gpt-4o-2024-08-06", "aws/amazon.nova-lite-v1:0")
                .doesNotContain("anthropic/claude-opus-5", "self-hosted/llava-1.5-7b");
        assertThat(lines).anyMatch(line -> line.matches("openai/gpt-4o-2024-08-06 .* restricted, until 2027-01-06"));
    }

    @Test
    void whatIsClosedToEverybodyIsLeftOut() throws IOException {
        assertThat(offerings(lines(Path.of("samples/invoices-and-charts.jsonl"), "2027-01-06")))
                .isNotEmpty()
                .doesNotContain("openai/gpt-4o-2024-08-06");
    }

    @Test
    void aDatasetWithoutExamplesHasNoPrices(@TempDir Path folder) throws IOException {
        assertThat(offerings(lines(Files.writeString(folder.resolve("empty.jsonl"), ""), "2026-11-23")))
                .isEmpty();
    }
}

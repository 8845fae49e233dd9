package io.epochwise.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.epochwise.token.TokenRange;
import io.epochwise.token.text.Encoding;
import io.epochwise.token.text.Encodings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample of invoices and charts against what its generator wrote down of it. */
class SampleDatasetTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] FILE = Profiles.sample("invoices-and-charts.jsonl");

    private static DatasetProfile profile;
    private static DatasetProfile.OfferingProfile gpt4o;
    private static JsonNode expected;
    private static JsonNode images;

    @BeforeAll
    static void read() throws Exception {
        profile = Profiles.of(FILE, Profiles.GPT_4O);
        gpt4o = profile.offerings().get(0);
        expected = JSON.readTree(Profiles.sample("invoices-and-charts.expected.json"));
        images = expected.get("images");
    }

    @Test
    void countsLinesAndMessages() {
        assertThat(profile.bytes()).isEqualTo(expected.get("bytes").asLong());
        assertThat(profile.lines()).isEqualTo(expected.get("lines").asLong());
        assertThat(profile.examples()).isEqualTo(expected.get("examples").asLong());
        assertThat(profile.blankLines()).isZero();
        assertThat(profile.invalidExamples()).isZero();
        JsonNode messages = expected.get("messages");
        assertThat(profile.messages())
                .isEqualTo(new DatasetProfile.Messages(
                        messages.get("system").asLong(),
                        messages.get("user").asLong(),
                        messages.get("assistant").asLong(),
                        messages.get("tool").asLong()));
    }

    @Test
    void countsTheTextOfContentsAndOfCallsOfTools() throws Exception {
        long calls = 0;
        for (String line : new String(FILE, StandardCharsets.UTF_8).split("\n")) {
            for (JsonNode function : JSON.readTree(line).findValues("function")) {
                if (function.has("arguments")) {
                    calls += function.get("name").asText().length();
                    calls += function.get("arguments").asText().length();
                }
            }
        }
        assertThat(calls).isPositive();
        assertThat(profile.text().characters())
                .isEqualTo(expected.get("messageTextCodePoints").asLong() + calls);
        assertThat(profile.text().tokens().total()).isEqualTo(gpt4o.textTokens());
    }

    @Test
    void measuresTheImages() {
        assertThat(profile.images().count()).isEqualTo(images.get("count").asLong());
        assertThat(profile.images().examplesWithImages())
                .isEqualTo(images.get("examplesWithImages").asLong());
        assertThat(profile.images().maxPerExample())
                .isEqualTo(images.get("maxPerExample").asLong());
        assertThat(profile.images().bytes()).isEqualTo(images.get("bytes").asLong());
        assertThat(profile.images().byFormat()).isEqualTo(counts("byFormat"));
        assertThat(profile.images().bySource()).isEqualTo(counts("bySource"));
        assertThat(profile.images().unresolved())
                .isEqualTo(images.get("unresolved").asLong());
        assertThat(profile.images().unresolvedByDetail()).isEqualTo(counts("unresolvedByDetail"));
        assertThat(profile.images().unreadable()).isZero();
        Map<String, Long> modes = new HashMap<>();
        counts("byMode").forEach((mode, count) -> modes.put(mode.toLowerCase(Locale.ROOT), count));
        assertThat(profile.images().byColorMode()).isEqualTo(modes);
    }

    private static Map<String, Long> counts(String key) {
        Map<String, Long> counts = new HashMap<>();
        images.get(key)
                .properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        return counts;
    }

    @Test
    void listsTheSizes() {
        Map<String, Long> sizes = new HashMap<>();
        for (JsonNode size : images.get("sizes")) {
            String key = size.get("width") + "x" + size.get("height") + " "
                    + size.get("detail").asText();
            sizes.merge(key, size.get("count").asLong(), Long::sum);
        }
        Map<String, Long> found = new HashMap<>();
        for (DatasetProfile.SizeCount size : profile.images().sizes()) {
            found.put(size.width() + "x" + size.height() + " " + size.detail(), size.count());
        }
        assertThat(found).isEqualTo(sizes);
        assertThat(profile.images().sizeStep()).isOne();
    }

    @Test
    void countsImageTokensAsTheTilesOfTheListedSizesDo() {
        long tokens = 0;
        for (JsonNode size : images.get("sizes")) {
            boolean low = size.get("detail").asText().equals("low");
            long tiles = tiles(size.get("width").asInt(), size.get("height").asInt());
            tokens += size.get("count").asLong() * (low ? 85 : 85 + 170 * tiles);
        }
        assertThat(counts("unresolvedByDetail")).isEqualTo(Map.of("low", 1L));
        assertThat(gpt4o.imageTokens()).isEqualTo(tokens + 85);
    }

    /** In floating point, unlike the rule itself. */
    private static long tiles(double width, double height) {
        double fit = Math.min(1, 2048 / Math.max(width, height));
        double scale = fit * Math.min(1, 768 / (Math.min(width, height) * fit));
        return (long) (Math.ceil(Math.floor(width * scale + 1e-9) / 512)
                * Math.ceil(Math.floor(height * scale + 1e-9) / 512));
    }

    @Test
    void addsFourTokensAMessageTwoAnExampleAndTheTool() {
        long packaging = 4 * (15 + 18 + 18) + 2 * 16;
        // one function: 7 to begin, 3 for having properties, 3 for each of five, 4 items of one enum, 12 at the end
        Encoding o200k = Encodings.of("o200k_base");
        long tool = 7 + 3 + 5 * 3 + (4 * 3 - 3) + 12 + o200k.count("record_expense:Books one receipt as an expense");
        for (String property : List.of("merchant", "date", "total", "currency", "category")) {
            tool += o200k.count(property + ":string:");
        }
        for (String item : List.of("travel", "meals", "office-supplies", "other")) {
            tool += o200k.count(item);
        }
        assertThat(gpt4o.overheadTokens()).isEqualTo(packaging + tool);

        // low and high: 0 or 3 an example in place of 2, tools 10 fewer or 5 more; an unseen image of detail low is
        // exact
        long sum = gpt4o.textTokens() + gpt4o.imageTokens() + packaging + tool;
        assertThat(gpt4o.tokensPerEpoch()).isEqualTo(new TokenRange(sum - 2 * 16 - 10, sum, sum + 16 + 5));
        assertThat(profile.tokensPerExample().mean()).isEqualTo(sum / 16.0);
    }

    @Test
    void findsHarmlessThingsOnly() {
        assertThat(Profiles.codes(profile.findings()))
                .containsExactlyInAnyOrder("MISSING_SYSTEM_MESSAGE", "ZERO_WEIGHT", "UNRESOLVED_IMAGE");
        assertThat(gpt4o.findings()).isEmpty();
        assertThat(gpt4o.truncatedExamples()).isZero();
        assertThat(gpt4o.defaultEpochs()).isEqualTo(6);
    }
}

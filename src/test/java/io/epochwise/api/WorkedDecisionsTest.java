package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The decisions that the README works through, as they are there. */
@QuarkusTest
class WorkedDecisionsTest {
    private static JsonPath ask(String path, String file) throws IOException {
        return Contract.ask(path, Files.readString(Path.of("samples/decisions", file)))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void todayTheNewerModelWinsAndTuningNeverPaysBack() throws IOException {
        JsonPath comparison = ask("/v1/comparisons", "compare-2026-11-23.json");
        assertThat(comparison.<String>getList("ranked.id"))
                .containsExactly(
                        "gpt-6-luna without examples",
                        "Qwen2.5-VL on own GPUs",
                        "gpt-4o with examples",
                        "gpt-4o tuned at Azure");
        assertThat(comparison.getString("ranked[0].total.expected")).isEqualTo("456.6672");
        assertThat(comparison.<Boolean>getList("ranked.wholeHorizon")).isEqualTo(List.of(true, true, false, false));
        assertThat(comparison.<String>getList("ruledOut.id")).containsExactly("gpt-4o tuned at OpenAI");
        JsonPath shortening = ask("/v1/simulations/prompt-shortening", "shorten-2026-11-23.json");
        assertThat(shortening.getString("availability.verdict")).isEqualTo("closed");
        assertThat(shortening.getString("breakEven.verdict")).isEqualTo("after-shutdown");
    }

    @Test
    void twoYearsBeforeTuningPaidBackInFourMonths() throws IOException {
        JsonPath comparison = ask("/v1/comparisons", "compare-2024-11-01.json");
        assertThat(comparison.getString("ranked[0].id")).isEqualTo("gpt-4o tuned at OpenAI");
        assertThat(comparison.<String>getList("ruledOut.id")).contains("gpt-6-luna without examples");
        JsonPath shortening = ask("/v1/simulations/prompt-shortening", "shorten-2024-11-01.json");
        assertThat(shortening.getString("breakEven.verdict")).isEqualTo("month");
        assertThat(shortening.getInt("breakEven.month")).isEqualTo(4);
        assertThat(shortening.getString("total.saving.expected")).isEqualTo("4738.352");
    }

    /** MS-BREED. */
    @Test
    void theBillOfAPublishedJobIsExplained() throws IOException {
        JsonPath bill = ask("/v1/reconciliations", "bill-2025-09-09.json");
        assertThat(bill.getString("tokens.difference")).isEqualTo("134000");
        assertThat(bill.<String>getList("causes.code")).containsExactly("message-overhead", "rounded-amount");
        assertThat(bill.getString("causes[0].text")).contains("14 tokens");
        assertThat(bill.getString("calibration.use[0].value.expected")).isEqualTo("511.354166");
    }
}

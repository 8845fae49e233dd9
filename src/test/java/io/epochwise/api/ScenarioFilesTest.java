package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of {@code samples/scenarios}, asked as the README's commands ask them. */
@QuarkusTest
class ScenarioFilesTest {
    private static final Pattern COMMAND = Pattern.compile("curl -sS --fail-with-body http://localhost:8080(\\S+)"
            + "(?:[ \\\\\n]+-H '[^']+')+[ \\\\\n]+--data-binary @(samples/scenarios/\\S+)");
    private static final Pattern HEADER = Pattern.compile("-H '([^:']+): ([^']+)'");

    /** What the README's command for a file answers. */
    private static HttpResponse<String> asked(String file) throws Exception {
        MatchResult command = COMMAND.matcher(Files.readString(Path.of("README.md")))
                .results()
                .filter(found -> found.group(2).equals("samples/scenarios/" + file))
                .findFirst()
                .orElseThrow();
        Map<String, String> headers = new TreeMap<>();
        HEADER.matcher(command.group()).results().forEach(header -> headers.put(header.group(1), header.group(2)));
        byte[] scenario = Files.readAllBytes(Path.of(command.group(2)));
        String type = headers.remove("Content-Type");
        assertThat(type).isEqualTo(MediaTypes.YAML);
        String[] others = headers.entrySet().stream()
                .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                .toArray(String[]::new);
        return Uploads.post(command.group(1), type, Uploads.whole(scenario), others);
    }

    /** AZ-RETAIL: 5,000 x (600 + 765) x 2 tokens at 25.00 a million. */
    @Test
    void theBudgetPaysForTwoEpochs() throws Exception {
        HttpResponse<String> answer = asked("budget.yaml");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonPath plan = new JsonPath(answer.body());
        assertThat(plan.<String>getList("plans.offering")).containsExactly("azure/gpt-4o-2024-08-06");
        assertThat(plan.getInt("plans[0].plan.epochs")).isEqualTo(2);
        assertThat(plan.getString("plans[0].cost.total.expected")).isEqualTo("341.25");
        assertThat(plan.<String>getList("ruledOut.id")).containsExactly("openai/gpt-4o-2024-08-06");
    }

    /** MS-RETIRE, AZ-RETAIL: 5,000 x ((600 + 765) x 3 - (600 + 85) x 2) tokens at 25.00 a million. */
    @Test
    void theChangeSavesWhatItsCommentSays() throws Exception {
        HttpResponse<String> answer = asked("change.yaml");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=UTF-8");
        assertThat(answer.body()).startsWith("## 511.875 USD → 171.25 USD: -340.625 USD, -66.5 %\n");
    }

    @Test
    void everyFileIsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        try (var files = Files.list(Path.of("samples/scenarios"))) {
            assertThat(files)
                    .isNotEmpty()
                    .allMatch(file -> readme.contains("@samples/scenarios/" + file.getFileName()));
        }
    }
}

package io.epochwise.api;

import io.epochwise.api.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static io.epochwise.api.Contract.askWrong;
import static io.epochwise.api.Contract.right;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@TestProfile(LimitsTest.Tight.class)
class LimitsTest {
    private static final String LINE =
            "{\"messages\":[{\"role\":\"user\",\"content\":\"%s\"},{\"role\":\"assistant\",\"content\":\"b\"}]}\n";

    /** An installation that takes little. */
    public static final class Tight implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "epochwise.request.max-json-bytes", "1000",
                    "epochwise.profile.max-bytes", "2000",
                    "epochwise.profile.max-line-bytes", "500",
                    "quarkus.smallrye-openapi.store-schema-directory", "target/openapi-limits");
        }
    }

    @Test
    void aQuestionBeyondTheLimitIsRefused() {
        askWrong("/v1/tokens/texts", "{\"encoding\":\"o200k_base\",\"texts\":[\"" + "a".repeat(1000) + "\"]}")
                .statusCode(413)
                .body("type", equalTo("/problems/body-too-large"))
                .body("detail", containsString("1000"));
    }

    @Test
    void aFileBeyondTheLimitIsRefused() {
        right().contentType("application/jsonl")
                .body(LINE.formatted("a").repeat(30))
                .post("/v1/datasets/profile")
                .then()
                .statusCode(413)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("2000"));
    }

    @Test
    void aLineBeyondTheLimitIsAFindingAndTheRestIsRead() {
        right().contentType("application/jsonl")
                .body(LINE.formatted("a") + LINE.formatted("a".repeat(600)) + LINE.formatted("c"))
                .post("/v1/datasets/profile")
                .then()
                .statusCode(200)
                .body("examples", equalTo(2))
                .body("invalidExamples", equalTo(1))
                .body("findings.find { it.code == 'LINE_TOO_LONG' }.firstLines", contains(2));
    }
}

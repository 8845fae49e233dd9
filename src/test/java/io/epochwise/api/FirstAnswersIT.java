package io.epochwise.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.not;

/**
 * The packaged service answers what is asked first: estimates, decisions, a profile, the catalog. What is loaded and run here
 * is what the profiles {@code aot} and {@code native} are good for: one records a cache of it, the other tests an executable.
 */
@QuarkusIntegrationTest
class FirstAnswersIT {
    private static final Path EXAMPLES = Path.of("src/main/resources/openapi/examples");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/catalog",
                "/v1/catalog/offerings",
                "/v1/catalog/gpus",
                "/v1/catalog/benchmarks",
                "/q/health",
                "/q/openapi",
                "/q/openapi?format=json"
            })
    void shows(String path) {
        given().get(path).then().statusCode(200).body(not(emptyString()));
    }

    @Test
    void estimatesTraining() throws IOException {
        ask("/v1/estimates/training", "estimateTraining");
    }

    @Test
    void estimatesInference() throws IOException {
        ask("/v1/estimates/inference", "estimateInference");
    }

    @Test
    void counts() throws IOException {
        ask("/v1/tokens/texts", "countTextTokens");
        ask("/v1/tokens/images", "countImageTokens");
    }

    @Test
    void profilesADataset() throws IOException {
        given().contentType("application/jsonl")
                .queryParam("offering", "openai/gpt-4o-2024-08-06")
                .body(Files.readAllBytes(EXAMPLES.resolve("profileDataset.request.jsonl")))
                .post("/v1/datasets/profile")
                .then()
                .statusCode(200);
    }

    private static void ask(String path, String operation) throws IOException {
        given().contentType(ContentType.JSON)
                .body(Files.readAllBytes(EXAMPLES.resolve(operation + ".request.json")))
                .post(path)
                .then()
                .statusCode(200);
    }
}

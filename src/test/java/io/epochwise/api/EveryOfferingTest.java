package io.epochwise.api;

import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Every offering of the built-in catalog answers every question that can be asked of it, or says why it does not. */
@QuarkusTest
class EveryOfferingTest {
    private static OpenApiValidationFilter contract;

    private static RequestSpecification right() {
        if (contract == null) {
            contract = new OpenApiValidationFilter(
                    Contract.validator(Contract.older(Contract.document()), ValidationReport.Level.ERROR));
        }
        return RestAssured.given().filter(contract).contentType(ContentType.JSON);
    }

    private static ValidatableResponse ask(String path, String json, String offering) {
        return right().body(json.formatted(offering)).post(path).then().statusCode(200);
    }

    private static List<Map<String, Object>> offerings() {
        return RestAssured.given()
                .get("/v1/catalog/offerings?asOf=2026-11-23")
                .then()
                .statusCode(200)
                .extract()
                .path("offerings");
    }

    @Test
    void showsItsFacts() {
        assertThat(offerings()).hasSizeGreaterThan(200).allSatisfy(offering -> {
            assertThat(right().urlEncodingEnabled(false)
                            .get("/v1/catalog/offerings/" + path(offering) + "?asOf=2026-11-23")
                            .then()
                            .statusCode(200)
                            .extract()
                            .<String>path("availability.baseInference.verdict"))
                    .isNotNull();
        });
    }

    /** The document knows one segment for the model, so a generated client codes the slashes of its name. */
    private static String path(Map<String, Object> offering) {
        String id = (String) offering.get("id");
        int slash = id.indexOf('/') + 1;
        return id.substring(0, slash) + id.substring(slash).replace("/", "%2F");
    }

    @Test
    void slashesInAModelsNameMayBeCodedOrNot() {
        for (String model : List.of("Qwen/Qwen3-VL-8B-Instruct", "Qwen%2FQwen3-VL-8B-Instruct")) {
            RestAssured.given()
                    .urlEncodingEnabled(false)
                    .get("/v1/catalog/offerings/together/" + model)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo("together/Qwen/Qwen3-VL-8B-Instruct"));
        }
    }

    @Test
    void countsImagesTextsAndMessages() {
        assertThat(offerings()).allSatisfy(offering -> {
            String id = (String) offering.get("id");
            ValidatableResponse images = ask(
                    "/v1/tokens/images",
                    "{\"offering\": \"%s\", \"asOf\": \"2026-11-23\", \"images\": [{\"width\": 1024, \"height\": 768}]}",
                    id);
            Map<String, Object> image = images.extract().path("images[0]");
            assertThat(image).containsAnyOf(Map.entry("detail", "auto"));
            assertThat(image.containsKey("tokens")).isNotEqualTo(image.containsKey("rejected"));

            ValidatableResponse texts =
                    ask("/v1/tokens/texts", "{\"offering\": \"%s\", \"texts\": [\"What does it cost?\"]}", id);
            assertThat(texts.extract().<Integer>path("total.expected")).isPositive();

            ask(
                    "/v1/tokens/messages",
                    "{\"offering\": \"%s\", \"asOf\": \"2026-11-23\","
                            + " \"messages\": [{\"role\": \"user\", \"content\": \"What does it cost?\"}]}",
                    id);
        });
    }

    /** A price or a reason: never a silent zero. */
    @Test
    void estimatesTrainingOrSaysWhyNot() {
        List<String> silent = new ArrayList<>();
        for (Map<String, Object> offering : offerings()) {
            String id = (String) offering.get("id");
            String hours = "openai/o4-mini-2025-04-16 azure/o4-mini-2025-04-16".contains(id) || billedByHour(id)
                    ? "\"trainingHours\": 2, "
                    : "";
            ValidatableResponse estimate = ask(
                    "/v1/estimates/training",
                    "{\"offering\": \"%s\", \"asOf\": \"2026-11-23\", \"epochs\": 2, " + hours
                            + "\"dataset\": {\"examples\": 1000, \"textTokensPerExample\": 500,"
                            + " \"imagesPerExample\": 1, \"imageWidth\": 1024, \"imageHeight\": 768}}",
                    id);
            String expected = estimate.extract().path("total.expected");
            List<String> warnings = estimate.extract().path("warnings.code");
            List<Boolean> unpriced = estimate.extract().path("lines.unpriced");
            boolean priced = expected != null && !expected.equals("0.00");
            boolean explained = unpriced.contains(true) && !warnings.isEmpty();
            if (priced == explained) {
                silent.add(id + " " + expected + " " + warnings);
            }
        }
        assertThat(silent).isEmpty();
    }

    /** Tokens, time, or a reason; of the base model and of a tuned one. */
    @Test
    void estimatesInferenceOrSaysWhyNot() {
        List<String> silent = new ArrayList<>();
        for (Map<String, Object> offering : offerings()) {
            String id = (String) offering.get("id");
            for (boolean tuned : List.of(false, true)) {
                ValidatableResponse estimate = ask(
                        "/v1/estimates/inference",
                        "{\"offering\": \"%s\", \"tuned\": " + tuned + ", \"asOf\": \"2026-11-23\", \"months\": 3,"
                                + " \"workload\": {\"requestsPerMonth\": 1000, \"staticPromptTokens\": 2000,"
                                + " \"variablePromptTokens\": 100, \"outputTokens\": 200, \"cacheHitRate\": 0.5,"
                                + " \"images\": [{\"width\": 1024, \"height\": 768}]}}",
                        id);
                String expected = estimate.extract().path("total.expected");
                List<String> warnings = estimate.extract().path("warnings.code");
                List<Boolean> unpriced = estimate.extract().path("lines.unpriced");
                boolean priced = expected != null && !expected.equals("0.00");
                boolean explained = unpriced.contains(true) && !warnings.isEmpty();
                if (priced == explained) {
                    silent.add(id + " " + tuned + " " + expected + " " + warnings);
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    private static boolean billedByHour(String id) {
        return RestAssured.given()
                .get("/v1/catalog/offerings/" + id)
                .then()
                .extract()
                .<List<String>>path("prices.meter")
                .contains("training-hour");
    }

    @Test
    void isCheckedAgainstRequirements() {
        assertThat(offerings()).allSatisfy(offering -> {
            List<String> verdicts = ask(
                            "/v1/due-diligence",
                            "{\"offering\": \"%s\", \"asOf\": \"2026-11-23\", \"requirements\": {\"zeroDataRetention\": true,"
                                    + " \"maxRetentionDays\": 30, \"regions\": [\"EU\"], \"noTrainingOnData\": true,"
                                    + " \"customerManagedKeys\": true, \"peopleInImages\": true, \"imageUrls\": true,"
                                    + " \"visionFineTuning\": true}}",
                            (String) offering.get("id"))
                    .extract()
                    .path("offerings[0].results.verdict");
            assertThat(verdicts).hasSize(8).isSubsetOf("pass", "fail", "unknown");
        });
    }
}

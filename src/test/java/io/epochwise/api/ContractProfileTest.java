package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** A profile that somebody else's tool wrote by the contract alone, without what only merging needs. */
@QuarkusTest
class ContractProfileTest {
    private static final String PROFILE = """
            {"schema": "epochwise/dataset-profile/1", "bytes": 1000, "lines": 10, "examples": 10, "invalidExamples": 0,
             "messages": {"system": 10, "user": 10, "assistant": 10, "tool": 0},
             "text": {"encoding": "o200k_base", "characters": 1200,
                      "tokens": {"system": 100, "user": 100, "assistant": 100, "tool": 0, "total": 300}},
             "tokensPerExample": {"min": 30, "p50": 30, "p90": 30, "p99": 30, "max": 30, "mean": 30.0},
             "images": {"count": 10, "examplesWithImages": 10, "maxPerExample": 1, "bytes": 1000, "byFormat": {"png": 10},
                        "bySource": {"base64": 10, "url": 0}, "unresolved": 0,
                        "sizes": [{"width": 1024, "height": 1024, "detail": "high", "count": 10}]},
             "offerings": [{"offering": "openai/gpt-4o-2024-08-06", "textTokens": 300, "imageTokens": 7650,
                            "overheadTokens": 140, "tokensPerEpoch": {"low": 8070, "expected": 8090, "high": 8100},
                            "truncatedExamples": 0, "defaultEpochs": 10, "findings": []}],
             "findings": []}
            """;

    @Test
    void isEnoughForAnEstimate() {
        RestAssured.given()
                .contentType("application/json")
                .body(
                        "{\"offering\": \"openai/gpt-4o-2024-08-06\", \"epochs\": 2, \"asOf\": \"2026-11-23\", \"dataset\": "
                                + PROFILE + "}")
                .post("/v1/estimates/training")
                .then()
                .statusCode(200)
                .body("lines.code", contains("training.tokens"))
                .body("lines[0].quantity", equalTo("16180"))
                .body("total.expected", equalTo("0.4045"));
    }

    @Test
    void isEnoughForAnEstimateOfAnotherOffering() {
        RestAssured.given()
                .contentType("application/json")
                .body(
                        "{\"offering\": \"azure/gpt-4o-2024-08-06\", \"epochs\": 2, \"asOf\": \"2026-11-23\", \"dataset\": "
                                + PROFILE + "}")
                .post("/v1/estimates/training")
                .then()
                .statusCode(200)
                .body("lines[0].quantity", equalTo("17000"))
                .body("total.expected", equalTo("0.425"));
    }

    @Test
    void isNotEnoughToMerge() {
        RestAssured.given()
                .contentType("application/json")
                .body("[" + PROFILE + "]")
                .post("/v1/datasets/profiles/merge")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("[0].fingerprints"));
    }
}

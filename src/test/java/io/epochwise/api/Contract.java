package io.epochwise.api;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.epochwise.api.problem.Problem;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.EnumMap;
import java.util.Map;

/** Requests whose answers, and unless they are wrong on purpose they themselves, must be as the OpenAPI document says. */
final class Contract {
    private static final RestAssuredConfig PLAIN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/jsonl", ContentType.TEXT)
                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                    .encodeContentTypeAs("application/yaml", ContentType.TEXT));

    /** Made once, since reading the document takes longer than most answers. */
    private static final Map<ValidationReport.Level, OpenApiInteractionValidator> VALIDATORS =
            new EnumMap<>(ValidationReport.Level.class);

    private Contract() {}

    /** The document as the service shows it, JSON. */
    static String document() {
        return RestAssured.given()
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** A request that keeps to the document and is answered by it. */
    static RequestSpecification right() {
        return RestAssured.given()
                .config(PLAIN)
                .filter(new OpenApiValidationFilter(validator(ValidationReport.Level.ERROR)));
    }

    /** A request that does not keep to the document, and is answered by it all the same. */
    static RequestSpecification wrong() {
        return RestAssured.given()
                .config(PLAIN)
                .filter(new OpenApiValidationFilter(validator(ValidationReport.Level.IGNORE)));
    }

    /** Asks with JSON what is right. */
    static ValidatableResponse ask(String path, String json) {
        return right().contentType(ContentType.JSON).body(json).post(path).then();
    }

    /** Asks with JSON what is wrong. */
    static ValidatableResponse askWrong(String path, String json) {
        return wrong().contentType(ContentType.JSON)
                .body(json)
                .post(path)
                .then()
                .contentType(Problem.MEDIA_TYPE);
    }

    private static OpenApiInteractionValidator validator(ValidationReport.Level ofRequests) {
        return VALIDATORS.computeIfAbsent(ofRequests, level -> validator(older(document()), level));
    }

    static OpenApiInteractionValidator validator(String document, ValidationReport.Level ofRequests) {
        return OpenApiInteractionValidator.createForInlineApiSpecification(document)
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request", ofRequests)
                        .build())
                .build();
    }

    /** The document in OpenAPI 3.0, because the validator looks past array parameters and types of 3.1. */
    static String older(String document) {
        try {
            ObjectMapper json = new ObjectMapper();
            JsonNode tree = json.readTree(document);
            ((ObjectNode) tree).put("openapi", "3.0.3");
            tree.findParents("$ref").forEach(node -> ((ObjectNode) node).retain("$ref"));
            tree.findParents("examples").stream()
                    .filter(node -> node.path("examples").isArray())
                    .forEach(node -> ((ObjectNode) node).remove("examples"));
            return json.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

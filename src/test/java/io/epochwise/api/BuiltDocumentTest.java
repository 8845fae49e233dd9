package io.epochwise.api;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** Nothing reads and writes the OpenAPI document anew: what is shown is what the build stored, to the byte. */
@QuarkusTest
class BuiltDocumentTest {
    @ParameterizedTest
    @CsvSource({
        "/q/openapi, */*, YAML, application/yaml",
        "/q/openapi, application/json, JSON, application/json",
        "/q/openapi?format=json, */*, JSON, application/json",
        "/q/openapi.json, */*, JSON, application/json",
        "/q/openapi.yaml, */*, YAML, application/yaml"
    })
    void isShownAsStored(String path, String accept, String form, String type) {
        given().accept(accept)
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo(type + ";charset=UTF-8"))
                .body(equalTo(Resources.text(OpenApiConstants.BASE_NAME + "." + form)));
    }
}

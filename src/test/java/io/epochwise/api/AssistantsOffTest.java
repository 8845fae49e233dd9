package io.epochwise.api;

import io.epochwise.api.problem.Problem;
import io.quarkiverse.mcp.server.ToolManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Assistants may not ask unless the operator says so. */
@QuarkusTest
class AssistantsOffTest {
    @Inject
    ToolManager tools;

    @ParameterizedTest
    @CsvSource({"POST, /mcp", "GET, /mcp", "DELETE, /mcp", "PUT, /mcp", "GET, /mcp/sse", "POST, /mcp/messages/1"})
    void nothingIsThere(Method method, String path) {
        RestAssured.given()
                .header("Accept", "application/json, text/event-stream")
                .contentType(ContentType.JSON)
                .body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
                .request(method, path)
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("title", equalTo("Not found"));
    }

    @Test
    void noToolIsOffered() {
        assertThat(tools).isEmpty();
    }
}

package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class ProblemsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/test", "/test/nowhere", "/q/nowhere", "/nowhere.html"})
    void aPathThatNobodyServesIsAProblemEvenForABrowser(String path) {
        given().accept("text/html,*/*;q=0.8")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"))
                .body("title", equalTo("Not found"))
                .body("status", equalTo(404));
    }

    @Test
    void aUriThatIsNoUriIsRefused() throws Exception {
        // by the platform, before any code of ours sees it; hence without a document
        try (RawRequest request = new RawRequest("GET /test/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
            assertThat(request.answer()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void messagesAreInOneLanguageWhateverTheCallersIs() {
        given().header("Accept-Language", "de")
                .get("/test/query?months=0")
                .then()
                .body("violations[0].message", equalTo("must be greater than or equal to 1"));
    }

    @Test
    void theWrongMethodIsAProblemThatNamesTheRightOnes() {
        given().delete("/test/echo")
                .then()
                .statusCode(405)
                .header("Allow", "OPTIONS, POST")
                .contentType("application/problem+json")
                .body("title", equalTo("Method not allowed"));
        given().put("/test/named/x").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void anUnacceptableAnswerIsAProblem() {
        given().accept("image/png")
                .get("/test/today")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("title", equalTo("Not acceptable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "nonsense"})
    void theWrongContentTypeIsAProblem(String type) {
        given().config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(type, ContentType.TEXT)))
                .header("Content-Type", type)
                .body("{\"count\":1}")
                .post("/test/echo")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("title", equalTo("Unsupported media type"));
    }

    @ParameterizedTest
    @CsvSource({
        "asOf, yesterday, must be an ISO 8601 date",
        "asOf, +999999999-01-01, must be an ISO 8601 date",
        "detail, LOW, 'must be one of auto, low, high, original'",
        "sizes, 1.5, must be a whole number",
        "months, 99999999999, must be a whole number",
        "months, 0, must be greater than or equal to 1"
    })
    void aParameterThatCannotBeReadIsNamed(String name, String value, String message) {
        given().queryParam(name, value)
                .get("/test/query")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(name))
                .body("violations[0].message", containsString(message));
    }

    @Test
    void parametersAreReadAsJsonIs() {
        given().queryParam("asOf", "2026-11-23")
                .queryParam("detail", "low")
                .queryParam("sizes", 1, 2)
                .get("/test/query")
                .then()
                .statusCode(200)
                .body(equalTo("[\"2026-11-23\",\"low\",\"[1, 2]\"]"));
    }

    @Test
    void anUnknownNameIsAProblemThatNamesNearOnes() {
        given().get("/test/named/gpt-4o")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-name"))
                .body("detail", equalTo("no such offering; near: openai/gpt-4o"));
    }

    @Test
    void aFailureOfTheServiceTellsNothingAndLogsNoRequestContent() {
        try (LoggedLines log = new LoggedLines()) {
            given().contentType(ContentType.JSON)
                    .body("{\"a\":\"secret-word\"}")
                    .post("/test/fail")
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("title", equalTo("Internal error"))
                    .body(not(containsString("secret")))
                    .body(not(containsString("Exception")));
            log.assertOnce("request failed", "IllegalStateException", "ProbeResource.fail");
            log.assertNever("secret");
        }
    }

    @Test
    void answersForbidSniffingAndAnswersToPostsForbidStoring() {
        given().contentType(ContentType.JSON)
                .body("{\"count\":1}")
                .post("/test/echo")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
        given().get("/nowhere").then().header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void problemsAreCompressedToo() {
        given().header("Accept-Encoding", "gzip")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/test/echo")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .header("Content-Encoding", "gzip");
    }
}

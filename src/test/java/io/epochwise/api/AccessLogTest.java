package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.epochwise.api.Contract.ask;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Each request leaves one line, and nothing that was in the request. */
@QuarkusTest
@TestProfile(AccessLogTest.Logging.class)
class AccessLogTest {
    private static final String SECRET = "secret-word";
    private static final String LINE = "{\"messages\":[{\"role\":\"user\",\"content\":\"secret-word\"},"
            + "{\"role\":\"assistant\",\"content\":\"secret-word\"}]}\n";

    /** An installation that logs requests. */
    public static final class Logging implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "epochwise.access-log.enabled", "true",
                    "epochwise.request.max-json-bytes", "2000",
                    "quarkus.smallrye-openapi.store-schema-directory", "target/openapi-access-log");
        }
    }

    private LoggedLines log;

    @BeforeEach
    void listen() {
        log = new LoggedLines();
    }

    @AfterEach
    void close() {
        log.close();
    }

    /** The lines of so many requests; a line may come after the answer. */
    private List<String> lines(int requests) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (log.of("io.epochwise.access").size() < requests && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        List<String> lines = log.of("io.epochwise.access");
        assertThat(lines).hasSize(requests);
        return lines;
    }

    @Test
    void aLineSaysWhatWasAskedAndHowItEnded() {
        String question = "{\"encoding\":\"o200k_base\",\"texts\":[\"a b\"]}";
        String answer = given().header("X-Request-Id", "order-66")
                .contentType(ContentType.JSON)
                .body(question)
                .post("/v1/tokens/texts")
                .asString();
        assertThat(lines(1).get(0))
                .matches("io.epochwise.access POST /v1/tokens/texts 200 in=" + question.length() + " out="
                        + answer.length() + " ms=\\d+ id=order-66 \\{.*}")
                .contains(
                        "requestId=order-66",
                        "method=POST",
                        "path=/v1/tokens/texts",
                        "status=200",
                        "bytesIn=" + question.length(),
                        "bytesOut=" + answer.length(),
                        "millis=");
    }

    @Test
    void nothingOfARequestIsLogged() {
        given().contentType(ContentType.JSON)
                .header("X-Request-Id", "secret-word\twith more")
                .header("User-Agent", SECRET)
                .header("Authorization", "Bearer " + SECRET)
                .queryParam(SECRET, SECRET)
                .body("{\"encoding\":\"o200k_base\",\"texts\":[\"secret-word\"]}")
                .post("/v1/tokens/texts")
                .then()
                .statusCode(200);
        given().contentType(ContentType.JSON)
                .body("{\"secret-word\":\"secret-word\"}")
                .post("/v1/estimates/training")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body("[\"" + SECRET.repeat(1000) + "\"]")
                .post("/v1/estimates/training")
                .then()
                .statusCode(413);
        given().contentType("application/jsonl")
                .body(LINE.getBytes(UTF_8))
                .post("/v1/datasets/profile")
                .then()
                .statusCode(200);
        given().contentType("application/jsonl")
                .queryParam("offering", SECRET)
                .body(LINE.getBytes(UTF_8))
                .post("/v1/datasets/profile")
                .then()
                .statusCode(404);
        given().contentType("text/" + SECRET)
                .body(SECRET.getBytes(UTF_8))
                .post("/v1/estimates/training")
                .then()
                .statusCode(415);
        given().get("/v1/catalog/offerings/openai/" + SECRET).then().statusCode(404);
        given().get("/" + SECRET).then().statusCode(404);
        given().delete("/v1/catalog/offerings/openai/" + SECRET).then().statusCode(405);
        given().request("SECRET", "/v1/catalog").then().statusCode(405);
        given().contentType(ContentType.JSON)
                .body("{\"a\":\"secret-word\"}")
                .post("/test/fail")
                .then()
                .statusCode(500);
        assertThat(lines(11))
                .extracting(line -> line.replaceAll("^\\S+ (.*?) in=.*$", "$1"))
                .containsExactly(
                        "POST /v1/tokens/texts 200",
                        "POST /v1/estimates/training 400",
                        "POST /v1/estimates/training 413",
                        "POST /v1/datasets/profile 200",
                        "POST /v1/datasets/profile 404",
                        "POST /unmatched 415",
                        "GET /v1/catalog/offerings/{provider}/{model} 404",
                        "GET /unmatched 404",
                        "DELETE /unmatched 405",
                        "OTHER /unmatched 405",
                        "POST /test/fail 500");
        log.assertNever("secret");
        log.assertNever("SECRET");
    }

    @Test
    void whatGoesWrongIsLoggedWithTheIdOfItsRequest() {
        given().header("X-Request-Id", "unlucky")
                .contentType(ContentType.JSON)
                .body("{\"a\":\"secret-word\"}")
                .post("/test/fail")
                .then()
                .statusCode(500)
                .header("X-Request-Id", "unlucky");
        log.assertOnce("request failed", "requestId=unlucky");
        assertThat(lines(1).get(0)).contains("500", "id=unlucky");
    }

    @Test
    void anIdIsOfOneRequestOnly() throws IOException {
        String request = "GET /v1/catalog HTTP/1.1\r\nHost: localhost\r\n";
        try (RawRequest both = new RawRequest(request + "X-Request-Id: first\r\n\r\n")) {
            both.answer();
            both.send(request + "\r\n");
            both.answer();
        }
        assertThat(lines(2).get(0)).contains("id=first");
        assertThat(lines(2).get(1)).doesNotContain("first");
    }

    @Test
    void aClientThatLeavesIsNoted() throws Exception {
        String head = "POST /v1/datasets/profile HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jsonl\r\n"
                + "Content-Length: 1000\r\n\r\n";
        try (RawRequest gone = new RawRequest(head + LINE)) {
            Thread.sleep(500);
        }
        assertThat(lines(1).get(0)).contains("POST /v1/datasets/profile broken-off in=" + LINE.length() + " out=0");
        log.assertNever("secret");
    }

    @Test
    void probesAndMetricsLeaveNoLine() {
        RestAssured.get("/q/health").then().statusCode(200);
        RestAssured.get("/q/metrics").then().statusCode(200);
        RestAssured.get("/q/" + SECRET).then().statusCode(404);
        ask("/v1/tokens/texts", "{\"encoding\":\"o200k_base\",\"texts\":[\"a\"]}");
        assertThat(lines(1).get(0)).contains("/v1/tokens/texts");
        log.assertNever("secret");
    }
}
